import { View } from '@tarojs/components';
import { useState } from 'react';
import { ACTIVITIES } from '../../../domain/contact/channel';
import { daysBack, daysOpen, isLastWeek, onDay } from '../../../domain/contact/days';
import { Choice, FieldFrame, PlacePicker, TapCount } from '../../components';
import { spoken } from '../../components/a11y';
import { dayWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import type { Mark } from './draft';

interface Props {
  said: Mark;
  onChange(part: Partial<Mark>): void;
}

/** What was done, where, and on which day; folded until somebody wants it. */
export function More({ said, onChange }: Props) {
  const words = useWords().contact;
  const [open, setOpen] = useState(wasOpened(said));
  if (!open) {
    return (
      <View
        id="more"
        className="sheet__more"
        hoverClass="y-pressed"
        onClick={() => setOpen(true)}
        {...spoken('button')}
      >
        {words.more}
      </View>
    );
  }
  return (
    <>
      <Day at={said.at} onChange={(at) => onChange({ at })} />
      {said.missed === undefined && (
        <>
          <FieldFrame label={words.done}>
            <TapCount
              options={ACTIVITIES.map((value) => ({ value, label: words.activity[value] }))}
              counts={said.activities}
              less={words.less}
              onChange={(activities) => onChange({ activities })}
            />
          </FieldFrame>
          <PlacePicker label={words.place} value={said.place} onChange={(place) => onChange({ place })} />
        </>
      )}
    </>
  );
}

function wasOpened({ activities, place, at }: Mark): boolean {
  return Object.keys(activities).length > 0 || place.words !== '' || daysBack(at, cloud.now()) > 0;
}

/** Today and the days before whose books are open. */
function Day({ at, onChange }: { at: number; onChange(at: number): void }) {
  const words = useWords();
  const now = cloud.now();
  const days = Array.from({ length: daysOpen(now) + 1 }, (_, back) => {
    const then = onDay(back, now);
    const day = dayWords(then, now, words);
    return { value: String(back), label: isLastWeek(then, now) ? words.contact.lastWeek(day) : day };
  });
  return (
    <FieldFrame label={words.contact.day}>
      <Choice
        label={words.contact.day}
        options={days}
        value={String(daysBack(at, now))}
        onChange={(back) => onChange(onDay(Number(back), now))}
      />
    </FieldFrame>
  );
}
