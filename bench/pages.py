"""A quick page server in a process of its own: `python -m bench.pages PORT`. The path says what is wanted:

/KIND/ROUND/NUMBER/WAIT    KIND json, text, html or markup (html that changes beside its text) of 10 KB; ROUND and NUMBER make
it differ; WAIT in milliseconds. With ROUND 0 the page has an ETag and is answered with 304 when that is asked for.
"""

import asyncio
import sys
from functools import cache

SIZE = 10_000
HTML = "text/html; charset=utf-8"
TYPES = {"json": "application/json", "text": "text/plain; charset=utf-8", "html": HTML, "markup": HTML}
FILL = "The committee met again on the matter and heard what the ministry had to say about it before it went on. "


@cache
def page(kind: str, turn: str, number: str) -> bytes:
    """The body: the toll is 1,000 and the turn, so that each turn says another; of markup the turn is told to nobody."""
    toll = 1000 + (int(turn) if kind != "markup" else 0)
    sentence = (
        f"As of 12 November 2023, {toll:,} people have been killed in Israel, report {number} of the government said."
    )
    filling = FILL * (SIZE // len(FILL))
    if kind == "json":
        return f'{{"toll": {{"killed": {toll}, "report": {number}}}, "note": "{filling}"}}'.encode()
    if kind == "text":
        return f"{sentence}\n\n{filling}".encode()
    paragraphs = "".join(f"<p>{FILL * 5}</p>" for _ in range(SIZE // (5 * len(FILL)) - 1))
    token = f"<!-- {turn} -->" if kind == "markup" else ""
    return f"<html lang=en><head><title>Toll</title>{token}</head><body><main><p>{sentence}</p>{paragraphs}</main></body></html>".encode()


class Answering(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        path = data.split(b" ", 2)[1].decode()
        if path == "/robots.txt":
            self.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            return
        _, kind, turn, number, wait = path.split("/")
        if turn == "0" and b"if-none-match" in data.lower():
            answer = b'HTTP/1.1 304 Not Modified\r\nETag: "0"\r\n\r\n'
        else:
            body = page(kind, turn, number)
            tag = 'ETag: "0"\r\n' if turn == "0" else ""
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {TYPES[kind]}\r\n{tag}Content-Length: {len(body)}\r\n\r\n"
            answer = head.encode() + body
        if int(wait):
            asyncio.get_running_loop().call_later(int(wait) / 1000, self.send, answer)
        else:
            self.send(answer)

    def send(self, answer: bytes) -> None:
        self.transport.write(answer)  # type: ignore[attr-defined]  # a stream, so it writes


async def main(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", port)
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
