/** How many of how many. */
export interface Part {
  n: number;
  of: number;
}

/** One area's figures of one period. */
export interface Indicators {
  /** Reported in the period. */
  reported: number;
  /** Taken up within the first deadline / all whose first deadline fell into the period. */
  accept: Part;
  /** Done by the promised time, approved extensions counted / all due in the period; open and overdue is late. */
  onTime: Part;
  /** Reporters who said "solved" / reporters who answered. */
  solved: Part;
  /** Closed without an answer: shown apart, never as satisfied. */
  noAnswer: number;
  /** Satisfied and basically satisfied / reporters who said how satisfied they are. */
  satisfaction: Part;
  /** Reported again by the same household in the same category within the period. */
  repeat: number;
  /** Matters sent back, reopened by the reporter, refused as out of scope. */
  returned: number;
  reopened: number;
  refused: number;
}

/** With fewer answers a percentage would tell who said what. */
export const FEWEST_ANSWERS = 5;

/** Four and five stars are satisfied, three basically; fewer are not. */
export const BASICALLY = 3;

export const NO_INDICATORS: Indicators = {
  reported: 0,
  accept: { n: 0, of: 0 },
  onTime: { n: 0, of: 0 },
  solved: { n: 0, of: 0 },
  noAnswer: 0,
  satisfaction: { n: 0, of: 0 },
  repeat: 0,
  returned: 0,
  reopened: 0,
  refused: 0,
};

export function addUp(rows: readonly Indicators[]): Indicators {
  const sum = (a: Part, b: Part): Part => ({ n: a.n + b.n, of: a.of + b.of });
  return rows.reduce(
    (all, row) => ({
      reported: all.reported + row.reported,
      accept: sum(all.accept, row.accept),
      onTime: sum(all.onTime, row.onTime),
      solved: sum(all.solved, row.solved),
      noAnswer: all.noAnswer + row.noAnswer,
      satisfaction: sum(all.satisfaction, row.satisfaction),
      repeat: all.repeat + row.repeat,
      returned: all.returned + row.returned,
      reopened: all.reopened + row.reopened,
      refused: all.refused + row.refused,
    }),
    NO_INDICATORS,
  );
}
