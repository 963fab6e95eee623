"""Indexes that nobody asks cost each check: by the moments of rows, by a source beside its number, by whom no reading names."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0007_no_job_exports'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='snapshot',
            name='snapshot_once_per_check',
        ),
        migrations.AlterField(
            model_name='alert',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='anchor',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='article',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='attribution',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='change',
            name='row_uid',
            field=models.UUIDField(verbose_name='identifier'),
        ),
        migrations.AlterField(
            model_name='check',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='claim',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='currencychange',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='evidence',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='figure',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='handling',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='historicalevidence',
            name='updated_at',
            field=models.DateTimeField(blank=True, editable=False, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='historicaloutlet',
            name='updated_at',
            field=models.DateTimeField(blank=True, editable=False, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='historicalparty',
            name='updated_at',
            field=models.DateTimeField(blank=True, editable=False, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='historicalsource',
            name='updated_at',
            field=models.DateTimeField(blank=True, editable=False, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='host',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='job',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='outlet',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='party',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='quote',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='reading',
            name='as_of',
            field=models.DateField(blank=True, null=True, verbose_name='as of'),
        ),
        migrations.AlterField(
            model_name='reading',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='reading',
            name='editor',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='editor'),
        ),
        migrations.AlterField(
            model_name='reading',
            name='origin',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='readings', to='claims.party', verbose_name='origin'),
        ),
        migrations.AlterField(
            model_name='release',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='ruling',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='schedule',
            name='host',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='schedules', to='claims.host', verbose_name='host'),
        ),
        migrations.AlterField(
            model_name='snapshot',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AlterField(
            model_name='snapshot',
            name='source',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='claims.source', verbose_name='source'),
        ),
        migrations.AlterField(
            model_name='source',
            name='updated_at',
            field=models.DateTimeField(auto_now=True, verbose_name='changed at'),
        ),
        migrations.AlterField(
            model_name='version',
            name='created_at',
            field=models.DateTimeField(auto_now_add=True, verbose_name='written at'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['updated_at'], name='article_sync'),
        ),
        migrations.AddIndex(
            model_name='reading',
            index=models.Index(condition=models.Q(('origin__isnull', False)), fields=['origin'], name='reading_origin'),
        ),
        migrations.AddIndex(
            model_name='reading',
            index=models.Index(condition=models.Q(('editor__isnull', False)), fields=['editor'], name='reading_editor'),
        ),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(fields=['updated_at'], name='source_sync'),
        ),
        migrations.AddConstraint(
            model_name='snapshot',
            constraint=models.UniqueConstraint(fields=('source', 'seq'), name='snapshot_once_per_check'),
        ),
    ]
