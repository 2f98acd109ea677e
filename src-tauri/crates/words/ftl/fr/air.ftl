# Air and work on the calendar.
air-freed = Air
air-laid = Air
work-own = Travail
work-preparation = Préparer « { $title } »
work-travel = Trajet : { $title }
between-offer = Proposition
between-offer-1 = Chiffrer la proposition
between-offer-2 = Relire et mettre en forme
between-proof = Preuve
between-proof-1 = Préparer une démonstration sur leur cas
between-proof-2 = Trouver une référence proche
between-contract = Contrat
between-contract-1 = Rédiger le contrat
between-contract-2 = Faire valider les conditions
between-nothing = Rien entre les deux
conclude-title = Conclure : { $title }
conclude-promised = Conclure, avec ce qui est promis : { $text }
conclude-need = Conclure sur leur besoin : { $text }
conclude-seen = Conclure sur la proposition convenue { $text }
conclude-work-nowhere = « { $title } » ne trouve pas { $length } avant

# How a day breathes.
air-of = { $kept } min sur { $wanted }
air-line = Air : { $measure }, { $state }
air-state-full = souffle plein
air-state-even = souffle juste
air-state-short = à court
air-lunch = Déjeuner { $from } – { $until }
air-lunch-none = Et pas le temps de déjeuner
