import type { HandlersOf } from '../../ipc/dispatch';
import type { CalendarService } from './calendar.service';

export function createCalendarHandlers(service: CalendarService): HandlersOf<'calendar'> {
  return {
    years: () => service.years(),
    show: ({ year }) => service.show(year),
    mark: (input, ctx) => service.mark(input, ctx),
    clear: (input, ctx) => service.clear(input, ctx),
    declareYear: (input, ctx) => service.declareYear(input, ctx),
    readNotice: (input) => service.readNotice(input),
    takeNotice: (input, ctx) => service.takeNotice(input, ctx),
  };
}
