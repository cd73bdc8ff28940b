"""Historier og eksempler: hvad har virket hvor, og sammen med hvem?"""

from functools import partial

from model.access.rights import Action
from model.programmes.current import PROGRAMME
from pages.shared import address, chosen, data, forms, layout, pickers, tabs
from pages.shared.viewer import required
from pages.stories import collection_view, stories_list, story_form, tellers

viewer = required(Action.SEE_FIGURES)
snapshot, programme = data.snapshot(viewer, as_of=address.as_of()), chosen.programme()
own = tellers.of(programme, snapshot)
with pickers.beside_heading() as (heading, choices):
    with choices:
        code = pickers.place(snapshot) if programme is PROGRAMME else None
    with heading:
        layout.header(own.title, own.line)
forms.room()

if programme.collection is None:
    stories_list.show(own, code)
else:
    tabs.show({stories_list.STORIES: partial(stories_list.show, own, code),
               collection_view.EXAMPLES: partial(collection_view.show, programme.collection, code)})
story_form.panel(own, as_of=snapshot.as_of, version=data.version())
