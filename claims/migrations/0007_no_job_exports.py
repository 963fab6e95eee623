"""An export is written while its reader waits; no job was ever one, and none can be asked for."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0006_the_sentence_last_read'),
    ]

    operations = [
        migrations.AlterField(
            model_name='job',
            name='kind',
            field=models.CharField(choices=[('fetch', 'fetch an article'), ('extract', 'extract claims'), ('recheck', 're-check sources')], max_length=10, verbose_name='kind'),
        ),
    ]
