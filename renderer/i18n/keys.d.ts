import 'i18next';

// The keys of every text, so that a key that does not exist does not compile. A new file of texts gets its line here.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    keySeparator: false;
    resources: {
      app: typeof import('./zh-CN/app.json');
      ui: typeof import('./zh-CN/ui.json');
      errors: typeof import('./zh-CN/errors.json');
      start: typeof import('./zh-CN/start.json');
      desk: typeof import('./zh-CN/desk.json');
      clients: typeof import('./zh-CN/clients.json');
      caseFile: typeof import('./zh-CN/caseFile.json');
      complaintBook: typeof import('./zh-CN/complaintBook.json');
      complaints: typeof import('./zh-CN/complaints.json');
      audit: typeof import('./zh-CN/audit.json');
      borrowing: typeof import('./zh-CN/borrowing.json');
      borrowingBook: typeof import('./zh-CN/borrowingBook.json');
      backup: typeof import('./zh-CN/backup.json');
      penalties: typeof import('./zh-CN/penalties.json');
      people: typeof import('./zh-CN/people.json');
      settings: typeof import('./zh-CN/settings.json');
      search: typeof import('./zh-CN/search.json');
      ledger: typeof import('./zh-CN/ledger.json');
      views: typeof import('./zh-CN/views.json');
      dossier: typeof import('./zh-CN/dossier.json');
      handover: typeof import('./zh-CN/handover.json');
      safes: typeof import('./zh-CN/safes.json');
      supplements: typeof import('./zh-CN/supplements.json');
      titleHandovers: typeof import('./zh-CN/titleHandovers.json');
      extensions: typeof import('./zh-CN/extensions.json');
      export: typeof import('./zh-CN/export.json');
      procedures: typeof import('./zh-CN/procedures.json');
      checklists: typeof import('./zh-CN/checklists.json');
      classes: typeof import('./zh-CN/classes.json');
      numbers: typeof import('./zh-CN/numbers.json');
      places: typeof import('./zh-CN/places.json');
      calendar: typeof import('./zh-CN/calendar.json');
      titles: typeof import('./zh-CN/titles.json');
      stocktakes: typeof import('./zh-CN/stocktakes.json');
      disposal: typeof import('./zh-CN/disposal.json');
      attachments: typeof import('./zh-CN/attachments.json');
      import: typeof import('./zh-CN/import.json');
      print: typeof import('./zh-CN/print.json');
      restore: typeof import('./zh-CN/restore.json');
      staffHandover: typeof import('./zh-CN/staffHandover.json');
    };
  }
}
