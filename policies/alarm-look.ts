import { lookAtDeclared } from './declared';
import type { Look } from './policy';
import type { Subject } from './subject';

/** Looks at the declared alarms: each of the events that none of them hears of is found. */
export function lookAtAlarms(subject: Subject, events: readonly string[]): Look {
  return lookAtDeclared(
    subject,
    'detection/alarms',
    ({ detection }) => detection.alarms,
    (alarms) => {
      const heard = new Set<string>(alarms.flatMap((one) => one.on));
      return events
        .filter((event) => !heard.has(event))
        .map((event) => ({
          about: event,
          message: { en: `nobody is told of ${event}`, zh: `${event} 事件无人接收告警` },
        }));
    },
  );
}
