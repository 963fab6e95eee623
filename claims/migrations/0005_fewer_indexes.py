"""Indexes that nobody asks cost each check: a second one for LIKE beside each of letters, and one that another begins with."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0004_handling'),
    ]

    operations = [
        migrations.AlterField(
            model_name='check',
            name='evidence',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='claims.evidence', verbose_name='evidence'),
        ),
        migrations.AlterField(
            model_name='check',
            name='finding',
            field=models.CharField(blank=True, choices=[('matches', 'matches'), ('differs', 'differs'), ('superseded', 'superseded'), ('incomparable', 'incomparable'), ('ambiguous', 'ambiguous'), ('missing', 'missing')], max_length=14, verbose_name='finding'),
        ),
        migrations.AlterField(
            model_name='snapshot',
            name='body',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='claims.body', verbose_name='body'),
        ),
        migrations.AlterField(
            model_name='snapshot',
            name='fetched',
            field=models.CharField(choices=[('ok', 'read'), ('unchanged', 'unchanged'), ('moved', 'moved'), ('gone', 'gone'), ('blocked', 'blocked'), ('unreachable', 'unreachable'), ('unreadable', 'unreadable'), ('too_large', 'too large'), ('incomplete', 'incomplete')], max_length=12, verbose_name='outcome'),
        ),
        migrations.AddIndex(
            model_name='check',
            index=models.Index(fields=['finding'], name='check_finding'),
        ),
        migrations.AddIndex(
            model_name='snapshot',
            index=models.Index(fields=['fetched'], name='snapshot_fetched'),
        ),
        migrations.AddIndex(
            model_name='snapshot',
            index=models.Index(fields=['body'], name='snapshot_body'),
        ),
    ]
