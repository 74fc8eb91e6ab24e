import { type AreaCode, areaAt, levelBelow, levelOf } from '../../domain/area/area';
import { ANSWERS, DONE, DUTIES, FINISHED, OUTSIDE, TAKEN, WORKING } from '../../domain/indicator/count';
import { BASICALLY, type Indicators } from '../../domain/indicator/indicator';
import type { Span } from '../../domain/time/period';
import type { Millis } from '../../domain/time/shanghai';
import { _, $, db } from '../kit/cloud';
import { collection } from '../kit/collections';

/** A sum that a condition adds one to. */
const one = (condition: unknown) => $.cond([condition, 1, 0]);
/** Parts of the timeline, where `$$e` is an entry. */
const entries = (cond: unknown) => $.filter({ input: '$timeline', as: 'e', cond });
const what = (...names: readonly string[]) => $.in(['$$e.what', [...names]]);
const moments = (cond: unknown) => $.map({ input: entries(cond), as: 'e', in: '$$e.at' });
/** A field that is missing, and one that is null, are both nothing. */
const absent = (field: unknown) => $.eq([$.ifNull([field, null]), null]);
const given = (field: unknown) => $.not([absent(field)]);

/**
 * `countAll` of domain/indicator/count, asked of the database: per area one level below, in one aggregation.
 * What can touch the period is what ended in it or later, and what is still open.
 */
export async function countedBelow(
  area: AreaCode,
  span: Span,
  asOf: Millis,
): Promise<Map<AreaCode, Indicators>> {
  const below = levelBelow(levelOf(area));
  const length = below ? areaAt('0'.repeat(15), below).length : area.length;
  const { data } = await collection('problems')
    .aggregate()
    .match(
      _.and([
        { area: db.RegExp({ regexp: `^${area}`, options: '' }), createdAt: _.lt(span.to) },
        _.or([{ endedAt: _.gte(span.from) }, { endedAt: _.exists(false) }]),
      ]),
    )
    .project(instants(span, length))
    .project(marks(span, asOf))
    // The same household and category again: everything beyond the first.
    .group({ _id: { area: '$child', again: '$again' }, ...summed(), most: $.sum('$reported') })
    .group({
      _id: '$_id.area',
      ...summed(),
      repeat: $.sum($.cond([$.gt(['$most', 1]), $.subtract(['$most', 1]), 0])),
    })
    .limit(1000)
    .end();
  return new Map((data as Row[]).map((row) => [row._id, figuresOf(row)]));
}

/** The moments of each matter that the definitions speak of. */
function instants(span: Span, length: number) {
  const during = (name: string) => $.size(entries($.and([what(name), ...inside(span, '$$e.at')])));
  const lapses = $.or([what('climb'), $.and([what('supervise'), absent('$$e.by')])]);
  return {
    child: $.substrCP(['$area', 0, length]),
    again: $.concat([$.ifNull(['$household', '$_id']), ' ', '$category']),
    createdAt: 1,
    status: 1,
    stars: 1,
    explained: 1,
    first: $.arrayElemAt(['$timeline.deadline.at', 0]),
    taken: $.min(moments(what(...TAKEN))),
    missed: $.min(moments(lapses)),
    promised: $.arrayElemAt([
      $.map({ input: entries($.in(['$$e.deadline.kind', [...DUTIES]])), as: 'e', in: '$$e.deadline.at' }),
      -1,
    ]),
    finished: $.max(moments(what(...FINISHED))),
    answer: $.arrayElemAt([entries(what(...ANSWERS)), -1]),
    returned: during('return'),
    reopened: during('reopen'),
    refused: during('refuse'),
    noAnswer: during('lapse'),
  };
}

/** Each matter as ones and noughts. */
function marks(span: Span, asOf: Millis) {
  const scored = $.not([$.in(['$status', [...OUTSIDE]])]);
  const done = $.in(['$status', [...DONE]]);
  const due = $.ifNull(['$missed', '$promised']);
  const overdue = $.and([$.in(['$status', [...WORKING]]), $.lte([due, asOf])]);
  const late = $.or([given('$missed'), $.and([done, $.gt(['$finished', due])]), overdue]);
  const dueNow = $.and([scored, given(due), ...inside(span, due)]);
  const answered = $.and([scored, ...inside(span, '$answer.at')]);
  const yes = $.eq(['$answer.what', 'confirm']);
  const asked = $.not([$.and([yes, $.eq(['$explained', true])])]);
  const excused = $.and([absent('$taken'), $.or([$.eq(['$status', 'withdrawn']), $.gt(['$first', asOf])])]);
  const toAccept = $.and([scored, ...inside(span, '$first'), $.not([excused])]);
  return {
    child: 1,
    again: $.cond([$.and(inside(span, '$createdAt')), '$again', '$_id']),
    reported: one($.and(inside(span, '$createdAt'))),
    acceptOf: one(toAccept),
    acceptN: one($.and([toAccept, given('$taken'), $.lte(['$taken', '$first'])])),
    onTimeOf: one($.and([dueNow, $.or([done, late])])),
    onTimeN: one($.and([dueNow, done, $.not([late])])),
    solvedOf: one($.and([answered, asked])),
    solvedN: one($.and([answered, asked, yes])),
    satisfactionOf: one($.and([answered, $.or([$.not([yes]), given('$stars')])])),
    satisfactionN: one($.and([answered, yes, $.gte(['$stars', BASICALLY])])),
    returned: 1,
    reopened: 1,
    refused: 1,
    noAnswer: 1,
  };
}

function inside(span: Span, field: unknown): unknown[] {
  return [$.gte([field, span.from]), $.lt([field, span.to])];
}

const SUMS = [
  'reported',
  'acceptOf',
  'acceptN',
  'onTimeOf',
  'onTimeN',
  'solvedOf',
  'solvedN',
  'satisfactionOf',
  'satisfactionN',
  'returned',
  'reopened',
  'refused',
  'noAnswer',
] as const;

type Row = { _id: AreaCode; repeat: number } & Record<(typeof SUMS)[number], number>;

function summed(): Record<string, unknown> {
  return Object.fromEntries(SUMS.map((name) => [name, $.sum(`$${name}`)]));
}

function figuresOf(row: Row): Indicators {
  const { reported, returned, reopened, refused, noAnswer, repeat } = row;
  return {
    reported,
    accept: { n: row.acceptN, of: row.acceptOf },
    onTime: { n: row.onTimeN, of: row.onTimeOf },
    solved: { n: row.solvedN, of: row.solvedOf },
    noAnswer,
    satisfaction: { n: row.satisfactionN, of: row.satisfactionOf },
    repeat,
    returned,
    reopened,
    refused,
  };
}
