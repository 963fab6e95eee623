"""Each check names the rules by which the page was read; those of before name none, so every page is read anew once."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0009_storage_of_pages'),
    ]

    operations = [
        migrations.AddField(
            model_name='check',
            name='rulebook',
            field=models.CharField(blank=True, max_length=20, verbose_name='rules it was read by'),
        ),
    ]
