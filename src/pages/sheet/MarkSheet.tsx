import { View } from '@tarojs/components';
import { useState } from 'react';
import { CHANNELS, MISS_REASONS } from '../../../domain/contact/channel';
import type { HouseholdCard } from '../../../domain/contract/views';
import {
  Button,
  Choice,
  FieldFrame,
  PhotoPicker,
  Sheet,
  TextArea,
  Tick,
  VoiceRecorder,
} from '../../components';
import { spoken } from '../../components/a11y';
import { useWords } from '../../i18n';
import { openReport } from '../../routes';
import { canMeet, type Mark, through } from './draft';
import { More } from './More';

interface Props {
  household: HouseholdCard;
  /** What is ticked, or what would be. */
  mark: Mark;
  marked: boolean;
  /** How many households a save takes in, this one too. */
  count: number;
  /** Keeps the mark and goes back to the list. */
  onMark(mark: Mark | undefined): void;
  /** Keeps the mark and saves everything. */
  onSave(mark: Mark): unknown;
  onClose(): void;
}

/** One household: how, whether face to face, and whatever is worth a word. */
export function MarkSheet({ household, mark, marked, count, onMark, onSave, onClose }: Props) {
  const words = useWords().contact;
  const [said, setSaid] = useState(mark);
  const change = (part: Partial<Mark>) => setSaid((was) => ({ ...was, ...part }));
  const channels = CHANNELS.map((value) => ({ value, label: words.channel[value] }));
  const report = () => {
    onMark(said);
    openReport(household);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={household.head}
      action={
        <>
          <Button id="mark" kind="quiet" onTap={() => onMark(said)}>
            {words.next}
          </Button>
          <Button id="mark-save" onTap={() => onSave(said)}>
            {words.save(count)}
          </Button>
        </>
      }
    >
      <FieldFrame label={words.how}>
        <Choice
          label={words.how}
          options={[...channels, { value: 'missed', label: words.missed }]}
          value={said.missed ? 'missed' : said.channel}
          onChange={(value) =>
            value === 'missed' ? change({ missed: 'no-answer' }) : setSaid(through(said, value))
          }
        />
      </FieldFrame>
      {said.missed ? (
        <FieldFrame label={words.reason} hint={words.reasonHint}>
          <Choice
            label={words.reason}
            options={MISS_REASONS.map((value) => ({ value, label: words.missReason[value] }))}
            value={said.missed}
            onChange={(missed) => change({ missed })}
          />
        </FieldFrame>
      ) : (
        canMeet(said.channel) && <Meeting inPerson={said.inPerson} onChange={change} />
      )}
      <TextArea
        name="note"
        label={words.note}
        placeholder={words.noteHint}
        value={said.note}
        most={said.missed ? 200 : 500}
        onChange={(note) => change({ note })}
      />
      {said.missed === undefined && (
        <>
          <FieldFrame label={words.orVoice}>
            <VoiceRecorder value={said.voice} onChange={(voice) => change({ voice })} />
          </FieldFrame>
          <FieldFrame label={words.photos}>
            <PhotoPicker photos={said.photos} onChange={(photos) => change({ photos })} />
          </FieldFrame>
        </>
      )}
      {(household.standing.state === 'reached' || household.standing.state === 'met') && !said.missed && (
        <Tick
          id="corrects"
          on={said.corrects === true}
          label={words.corrects}
          hint={words.correctsHint}
          onChange={(corrects) => change({ corrects })}
        />
      )}
      <More said={said} onChange={change} />
      <View id="behalf" className="sheet__more" hoverClass="y-pressed" onClick={report} {...spoken('button')}>
        {words.behalf}
      </View>
      {marked && (
        <View
          id="unmark"
          className="sheet__more sheet__more--off"
          hoverClass="y-pressed"
          onClick={() => onMark(undefined)}
          {...spoken('button')}
        >
          {words.unmark}
        </View>
      )}
    </Sheet>
  );
}

function Meeting({ inPerson, onChange }: { inPerson: boolean; onChange(part: Partial<Mark>): void }) {
  const words = useWords().contact;
  return (
    <FieldFrame label={words.meeting}>
      <Choice
        label={words.meeting}
        options={[
          { value: 'met', label: words.met },
          { value: 'not', label: words.notMet },
        ]}
        value={inPerson ? 'met' : 'not'}
        onChange={(value) => onChange({ inPerson: value === 'met' })}
      />
    </FieldFrame>
  );
}
