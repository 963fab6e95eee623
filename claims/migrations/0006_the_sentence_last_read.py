"""How each figure was told when it was last found is kept with its evidence, so that it is followed through revisions."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0005_fewer_indexes'),
    ]

    operations = [
        migrations.AddField(
            model_name='evidence',
            name='remembered',
            field=models.TextField(blank=True, editable=False),
        ),
    ]
