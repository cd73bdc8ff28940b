"""The same street for files and forms of records: courses, evaluations, hotline, counselling and centres."""
