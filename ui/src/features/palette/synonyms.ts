/**
 * What people also call an action, in both languages: many type the words of the program they come from. Folded, by the
 * action's id.
 */
export const SYNONYMS: Record<string, string> = {
  day: 'journee matin brief fiche aujourd hui today',
  week: 'agenda planning calendrier semaine rendez-vous calendar schedule diary',
  clients: 'comptes societes entreprises prospects carnet annuaire fichier repertoire accounts companies leads people',
  duplicates: 'doublons dedoublonner fusionner fusion merge duplicates dedupe',
  departures:
    'departs envois invitations inviter informer prevenir annulations boite d envoi courriel mail outbox invite inform send',
  trash: 'corbeille poubelle supprimes effaces bin deleted',
  history: 'historique journal modifications activite log changes',
  settings:
    'reglages preferences parametres options configuration langue theme sombre horaires conges rappels air regles dejeuner',
  today: 'maintenant now revenir',
  plan: 'rdv rendez-vous reunion visio appel coup de fil visite nouveau creer ajouter meeting call visit appointment event new add',
  conclude:
    'conclure conclusion closing close signer suite relance relancer dans trois 3 jours ouvres entre-deux follow-up followup next in three days',
  'look-back': 'ma semaine bilan retrospective retour air promesses week review look back',
  'lay-air': 'air pause respirer souffler repos temps libre breathe break rest',
  'new-client': 'prospect compte entreprise societe ajouter creer account company lead add',
  undo: 'defaire revenir en arriere back revert',
  redo: 'refaire again',
  import: 'importer charger ouvrir fichier google outlook icloud ics vcf csv excel load open file',
  'import-folder': 'importer dossier repertoire folder directory',
  'import-report': 'rapport importation report',
  export: 'exporter enregistrer ics save',
  'export-cards': 'exporter contacts carnet vcf vcard save',
  'export-cards-old': 'exporter contacts vcf vcard save',
  'export-table': 'exporter tableau excel tableur csv spreadsheet save',
  backup: 'sauvegarde sauvegarder copie archive exporter tout cle usb backup save export everything',
  restore: 'restaurer restauration revenir recuperer sauvegarde copie restore recover backup',
  shortcuts: 'raccourcis clavier touches aide help keyboard keys',
  search: 'chercher trouver rechercher find',
};
