# The concluding meeting, in one gesture.
conclude-go = On conclut dans trois jours
conclude-go-what = On conclut dans trois jours : { $title }
conclude-panel = Conclure « { $title } »
conclude-do = Conclure
conclude-leave = Pas maintenant
conclude-finding = On cherche la place…
conclude-days = { $count ->
    [one] 1 jour ouvré
   *[other] { $count } jours ouvrés
}
conclude-days-after = Combien de jours ouvrés après
conclude-sooner = Un jour ouvré plus tôt
conclude-later = Un jour ouvré plus tard
conclude-same-hour = même heure
conclude-other-hour = au plus près de son heure
conclude-hour = À quelle heure
conclude-hour-own = Même heure
conclude-hour-chosen = à l’heure choisie
conclude-near-chosen = au plus près de l’heure choisie
conclude-impossible = { $day }, ce n’est pas possible
conclude-instead = Plutôt { $when }
conclude-line = Du rendez-vous à la conclusion
conclude-stone-first = Rendez-vous
conclude-stone-work = Travail
conclude-stone-conclusion = Conclusion
conclude-work = D’ici là
conclude-template = Le travail d’ici là
conclude-own = À ma façon
conclude-piece = Travail { $n }
conclude-piece-hint = Ce qu’il y a à faire
conclude-minutes = Minutes pour « { $title } »
conclude-minutes-short = min
conclude-earlier = Faire plus tôt : { $title }
conclude-afterwards = Faire plus tard : { $title }
conclude-remove = Retirer : { $title }
conclude-add = Ajouter un travail
conclude-people = Avec les mêmes personnes : { $names }
conclude-link = { $service ->
    [jitsi] Par le même lien, Jitsi
    [teams] Par le même lien, Teams
    [meet] Par le même lien, Meet
    [zoom] Par le même lien, Zoom
    [webex] Par le même lien, Webex
   *[other] Par le même lien
}
conclude-ended = Terminé à { $time }
conclude-tail = Tirer jusqu’au jour où l’on conclut
conclude-hour-taken = Même heure impossible, plutôt { $when }
conclude-day-off = Ce jour n’est pas travaillé, plutôt { $when }
conclude-done = Fait : { $title }
