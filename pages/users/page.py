"""Brugere: hvem har adgang til hvad, og hvem har gjort hvad?"""

from model.access.rights import Action
from pages.shared import forms, layout, tabs
from pages.shared.viewer import required
from pages.users import log_view, token_list, user_list

required(Action.MANAGE_USERS)
layout.header(*user_list.heading())
forms.room()
tabs.show({user_list.TAB: user_list.show, token_list.TAB: token_list.show, log_view.TAB: log_view.show})
