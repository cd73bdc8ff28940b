"""The public site as plain files: what the editions tell, and nothing else of the figures."""
