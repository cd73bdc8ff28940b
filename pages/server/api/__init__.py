"""What programs ask of the server: figures handed in, who has delivered, figures fetched, and editions."""
