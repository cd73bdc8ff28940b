"""What a page offers to fetch, in tests of the documents on it."""


def labels(app):
    return [button.label for button in app.get("download_button")]


def said(app):
    return " ".join(part.proto.body for part in app.get("html"))


def button_of(app, label):
    return next(button for button in app.download_button if button.label == label)
