"""What the campaign does: courses, hotline and counselling, calendar, company centres."""
