/** What can be done from anywhere. */
import CalendarArrowDown from '@lucide/svelte/icons/calendar-arrow-down';
import CalendarArrowUp from '@lucide/svelte/icons/calendar-arrow-up';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import CalendarPlus from '@lucide/svelte/icons/calendar-plus';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import ClipboardList from '@lucide/svelte/icons/clipboard-list';
import Flag from '@lucide/svelte/icons/flag';
import FolderDown from '@lucide/svelte/icons/folder-down';
import FolderInput from '@lucide/svelte/icons/folder-input';
import History from '@lucide/svelte/icons/history';
import IdCard from '@lucide/svelte/icons/id-card';
import Keyboard from '@lucide/svelte/icons/keyboard';
import LockKeyhole from '@lucide/svelte/icons/lock-keyhole';
import Merge from '@lucide/svelte/icons/merge';
import Redo from '@lucide/svelte/icons/redo-2';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Send from '@lucide/svelte/icons/send';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings-2';
import TextSearch from '@lucide/svelte/icons/text-search';
import Sun from '@lucide/svelte/icons/sun';
import Table from '@lucide/svelte/icons/table-2';
import Trash from '@lucide/svelte/icons/trash-2';
import UserSearch from '@lucide/svelte/icons/user-round-search';
import Undo from '@lucide/svelte/icons/undo-2';
import UserPlus from '@lucide/svelte/icons/user-round-plus';
import Wind from '@lucide/svelte/icons/wind';
import Users from '@lucide/svelte/icons/users-round';
import { showToday, showView, turnPage } from '../features/calendar/acting';
import { VIEWS } from '../features/calendar/pages';
import { exportCalendar, exportPeople } from '../features/exchange/export';
import { importing, saveReport } from '../features/exchange/importing.svelte';
import type { Action } from '../state/actions.svelte';
import { layAirSoon } from '../state/air';
import { backups } from '../state/backups.svelte';
import { CONCLUDE_KEY, concluding } from '../state/concluding.svelte';
import { desk, isCalendarView, type CalendarViewName } from '../state/desk.svelte';
import { house } from '../state/house.svelte';
import { lock, LOCK_KEY } from '../state/lock.svelte';
import { plan } from '../state/plan';
import { redo, undo } from '../state/steps';
import { t } from '../words/words.svelte';
import { opened } from './opened.svelte';

/** French and English letters agree but for the work week's. */
const LETTERS: Record<CalendarViewName, string> = { day: 'D', workWeek: 'O', week: 'W', month: 'M', agenda: 'A' };

const onCalendar = () => isCalendarView(desk.view);

/** Every action that belongs to no single room. */
export function everywhere(): Action[] {
  return [...doing(), ...turning(), ...going()];
}

function going(): Action[] {
  return [
    {
      id: 'day',
      name: () => t('go-today'),
      group: 'go',
      icon: Sun,
      keys: ['U'],
      run: () => desk.show('today'),
    },
    {
      id: 'week',
      name: () => t('go-calendar'),
      group: 'go',
      icon: CalendarDays,
      keys: ['G'],
      run: () => desk.show(desk.calendarView),
    },
    {
      id: 'clients',
      name: () => t('go-clients'),
      group: 'go',
      icon: Users,
      keys: ['L'],
      run: () => desk.show('clients'),
    },
    {
      id: 'look-back',
      name: () => t('look-back-go'),
      group: 'go',
      icon: Wind,
      run: () => desk.show('lookBack'),
    },
    {
      id: 'duplicates',
      name: () => t('duplicates-go'),
      group: 'go',
      icon: Merge,
      run: () => desk.show('duplicates'),
    },
    {
      id: 'review',
      name: () => t('review-open'),
      group: 'go',
      icon: UserSearch,
      run: () => desk.show('review'),
    },
    {
      id: 'departures',
      name: () => t('departures-go'),
      group: 'go',
      icon: Send,
      keys: ['E'],
      run: () => desk.show('departures'),
    },
    { id: 'trash', name: () => t('go-trash'), group: 'go', icon: Trash, run: () => desk.show('trash') },
    {
      id: 'history',
      name: () => t('go-history'),
      group: 'go',
      icon: History,
      keys: ['H'],
      run: () => desk.show('history'),
    },
    {
      id: 'settings',
      name: () => t('go-settings'),
      group: 'go',
      icon: Settings,
      keys: ['Mod+,'],
      run: () => desk.show('settings'),
    },
  ];
}

function turning(): Action[] {
  return [
    {
      id: 'today',
      name: () => t('show-today'),
      group: 'calendar',
      icon: CalendarDays,
      keys: ['T'],
      when: onCalendar,
      run: showToday,
    },
    {
      id: 'next',
      name: () => t('app-next', { view: desk.view }),
      group: 'calendar',
      icon: ChevronRight,
      keys: ['J', 'N'],
      when: onCalendar,
      run: () => turnPage(1),
    },
    {
      id: 'previous',
      name: () => t('app-previous', { view: desk.view }),
      group: 'calendar',
      icon: ChevronLeft,
      keys: ['K', 'P'],
      when: onCalendar,
      run: () => turnPage(-1),
    },
    ...VIEWS.map((view): Action => ({
      id: `view-${view}`,
      name: () => t(`show-${view}`),
      group: 'calendar',
      icon: CalendarDays,
      keys: [LETTERS[view]],
      run: () => showView(view),
    })),
  ];
}

function doing(): Action[] {
  return [
    {
      id: 'palette',
      name: () => t('palette'),
      group: 'do',
      icon: Search,
      keys: ['Mod+K'],
      run: () => (opened.palette = true),
    },
    {
      id: 'search',
      name: () => t('search'),
      group: 'do',
      icon: TextSearch,
      keys: ['/'],
      run: () => (opened.search = true),
    },
    {
      id: 'plan',
      name: () => t('app-plan-long'),
      group: 'do',
      icon: CalendarPlus,
      keys: ['C'],
      run: () => void plan(null),
    },
    {
      id: 'conclude',
      short: () => t('conclude-go'),
      name: () => t('conclude-go-what', { title: concluding.meeting?.title ?? '' }),
      group: 'do',
      icon: Flag,
      keys: [CONCLUDE_KEY],
      when: () => concluding.meeting !== null,
      run: () => {
        const { meeting } = concluding;
        if (meeting) concluding.ask(meeting);
      },
    },
    {
      id: 'lay-air',
      name: () => t('air-lay'),
      group: 'do',
      icon: Wind,
      keys: ['R'],
      run: layAirSoon,
    },
    {
      id: 'new-client',
      name: () => t('clients-new'),
      group: 'do',
      icon: UserPlus,
      run: () => (opened.newClient = true),
    },
    {
      id: 'undo',
      short: () => t('app-undo'),
      name: () => (house.undo.undo ? t('app-undo-what', { what: house.undo.undo }) : t('app-undo')),
      group: 'do',
      icon: Undo,
      keys: ['Mod+Z'],
      run: () => void undo(),
    },
    {
      id: 'redo',
      short: () => t('app-redo'),
      name: () => (house.undo.redo ? t('app-redo-what', { what: house.undo.redo }) : t('app-redo')),
      group: 'do',
      icon: Redo,
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      run: () => void redo(),
    },
    {
      id: 'import',
      name: () => t('exchange-import'),
      group: 'do',
      icon: CalendarArrowDown,
      keys: ['Mod+O'],
      run: () => void importing.choose(),
    },
    {
      id: 'import-folder',
      name: () => t('exchange-import-folder'),
      group: 'do',
      icon: FolderInput,
      run: () => void importing.chooseFolder(),
    },
    {
      id: 'import-report',
      name: () => t('exchange-report-last'),
      group: 'do',
      icon: ClipboardList,
      run: () => void saveReport(null),
    },
    {
      id: 'export',
      name: () => t('exchange-export'),
      group: 'do',
      icon: CalendarArrowUp,
      keys: ['Mod+E'],
      run: () => void exportCalendar(),
    },
    {
      id: 'export-cards',
      name: () => t('exchange-export-cards'),
      group: 'do',
      icon: IdCard,
      run: () => void exportPeople('vcard4'),
    },
    {
      id: 'export-cards-old',
      name: () => t('exchange-export-cards-old'),
      group: 'do',
      icon: IdCard,
      run: () => void exportPeople('vcard3'),
    },
    {
      id: 'export-table',
      name: () => t('exchange-export-table'),
      group: 'do',
      icon: Table,
      run: () => void exportPeople('csv'),
    },
    {
      id: 'backup',
      name: () => t('backup-save'),
      group: 'do',
      icon: FolderDown,
      run: () => void backups.save(),
    },
    {
      id: 'restore',
      name: () => t('backup-restore'),
      group: 'do',
      icon: RotateCcw,
      run: () => (backups.restoring = true),
    },
    {
      id: 'lock',
      name: () => t('security-lock'),
      group: 'do',
      icon: LockKeyhole,
      keys: [LOCK_KEY],
      when: () => lock.sealed,
      run: () => void lock.now(),
    },
    {
      id: 'shortcuts',
      name: () => t('shortcuts'),
      group: 'do',
      icon: Keyboard,
      keys: ['?'],
      run: () => (opened.shortcuts = true),
    },
  ];
}
