"""The campaign's activities as the plan has them: course days with their limits, dates, and the overview of six.

Source: the campaign's plan ("En aktivitetsplan for virksomhedscenterkampagnen i Midtjylland", 2009), section C.
Where the plan says two things, the reading stands in the comment beside the value.
"""

from datetime import date

SOURCE = "Aktivitetsplan for virksomhedscenterkampagnen i Midtjylland, afsnit C"
KICK_OFF = date(2009, 10, 5)
HOTLINE_STARTS = date(2009, 11, 1)  # a Sunday: responsibility from then on
HOTLINE_OPENS = date(2009, 11, 2)
HOTLINE_HANDOVER = date(2010, 2, 1)  # "de første 3 mdr." by DISCUS, BRM afterwards
COUNSELLING_STARTS = date(2009, 12, 1)
COUNSELLING_ENDS = date(2010, 2, 28)  # "frem til marts 2010" does not include March
COUNSELLING_ABOUT = 7  # "omkring 7 jobcentre"
VENUE, MENTOR_VENUE = "Herning Kongrescenter", "Viborg Golf Hotel"
MOST_OF_A_DAY = 4  # "maksimalt … 4 konsulenter fra hvert jobcenter"
MOST_OF_A_RUN = 10  # "højst deltage med 10 personer", per jobcenter and mentor run
LEAST_OF_A_RUN = 40  # "minimumsantal deltager til 40 personer pr. kursusforløb"

# code, run, day of the run, date, title: six days are two runs of three (reading of "fordelt på to forløb")
COURSE_DAYS = [
    ("K1", 1, 1, date(2009, 11, 19), "Introduktion til virksomhedscenterkonceptet"),
    ("K2", 1, 2, date(2009, 12, 9), "Virksomhedssamarbejde I"),
    ("K3", 1, 3, date(2010, 1, 26), "Virksomhedssamarbejde II"),
    ("K4", 2, 1, date(2010, 2, 25), "Samarbejde med og om borgerne"),
    ("K5", 2, 2, date(2010, 3, 23), "Krav til samarbejdet internt og eksternt"),
    ("K6", 2, 3, date(2010, 4, 22), "Tovholderfunktionen for virksomhedscentre"),
]
MENTOR_DAYS = [
    ("M1-1", 1, 1, date(2010, 2, 24)), ("M1-2", 1, 2, date(2010, 3, 10)), ("M1-3", 1, 3, date(2010, 3, 24)),
    ("M2-1", 2, 1, date(2010, 3, 25)), ("M2-2", 2, 2, date(2010, 4, 8)), ("M2-3", 2, 3, date(2010, 4, 15)),
]

# number, title, target group, responsible, schedule as printed, starts, ends
ACTIVITIES = [
    (1, "Kursusrække for jobcenterkonsulenter", "Jobcenterkonsulenterne",
     "DISCUS. BRM er vært og står for evalueringen", "November 2009 til april/maj 2010", COURSE_DAYS[0][3],
     COURSE_DAYS[-1][3]),
    (2, "Hotline", "Jobcentrene", "DISCUS de første 3 måneder, derefter BRM, medmindre andet aftales",
     "1. november 2009 og formentlig til kampagnen slutter", HOTLINE_STARTS, date(2011, 6, 30)),
    (3, "Særlig individuel rådgivning i udvalgte jobcentre", "Jobcentrene", "DISCUS og BRM",
     "December 2009 til og med februar 2010", COUNSELLING_STARTS, COUNSELLING_ENDS),
    (4, "Mentorkurser", "Medarbejdere fra virksomhederne (mentorerne) og jobcenterkonsulenterne",
     "DISCUS afholder kurserne. BRM deltager", "En gang om måneden fra uge 8/9 2010", MENTOR_DAYS[0][3],
     MENTOR_DAYS[-1][3]),
    (5, "Resultatopfølgning på kampagnen",
     "Jobcenterchefer, jobcenterkonsulenter og tovholdere samt internt i BRM", "BRM", "Løbende", date(2009, 10, 1),
     date(2011, 6, 30)),
    (6, "Opdatering af hjemmesiden", "Jobcentrene og andre interesserede", "BRM", "Løbende", date(2009, 10, 1),
     date(2011, 6, 30)),
]
