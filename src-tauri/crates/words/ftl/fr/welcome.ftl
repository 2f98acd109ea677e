# The first start.
welcome = Bienvenue
welcome-line = Une raison pour chaque contact, un chemin pour chaque client, de l’air dans chaque journée.
welcome-mine = Apporter mon agenda
welcome-mine-why = Un fichier .ics, de Google, Outlook, iCloud ou d’ailleurs. Vous voyez tout avant que rien ne soit écrit.
welcome-examples = Découvrir avec des exemples
welcome-examples-why = Une semaine inventée, à déplacer, à essayer, et à retirer d’un geste.
welcome-empty = Commencer avec une page blanche
welcome-local = Tout reste sur cet ordinateur. Ni compte, ni réseau.
welcome-language = Langue
