"""Historier og eksempler: hvad har virket hvor, og sammen med hvem?"""

from functools import partial

from model.programmes.current import COLLECTION
from model.subjects.stories.figures import stories
from pages.shared import address, data, forms, layout, pickers, tabs
from pages.stories import collection_view, stories_list, story_form

snapshot = data.snapshot(as_of=address.as_of())
published = stories.stories(snapshot)
with pickers.beside_heading() as (heading, choices):
    with choices:
        code = pickers.place(snapshot)
    with heading:
        layout.header(stories.title(snapshot), stories.line(snapshot))
forms.told()

if COLLECTION is None:
    stories_list.show(published, code)
else:
    tabs.show({stories_list.STORIES: partial(stories_list.show, published, code),
               collection_view.EXAMPLES: partial(collection_view.show, COLLECTION, code)})
story_form.panel(snapshot, version=data.version())
