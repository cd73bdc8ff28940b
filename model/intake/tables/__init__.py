"""Where the tables are on a sheet, whatever dataset they are of."""
