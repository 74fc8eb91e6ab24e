import { View } from '@tarojs/components';
import { useState } from 'react';
import { ACTIVITIES, CHANNELS } from '../../../domain/contact/channel';
import type { HouseholdCard } from '../../../domain/contract/views';
import { Button, Choice, Choices, FieldFrame, PhotoPicker, Sheet, TextArea } from '../../components';
import { useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import { canMeet, type Mark, through } from './draft';

interface Props {
  household: HouseholdCard | undefined;
  /** What is ticked, or what would be. */
  mark: Mark | undefined;
  marked: boolean;
  onMark(mark: Mark | undefined): void;
  onClose(): void;
}

/** One household: how, whether face to face, and whatever is worth a word. */
export function MarkSheet({ household, mark, marked, onMark, onClose }: Props) {
  const words = useWords().contact;
  const [said, setSaid] = useState(mark);
  const [more, setMore] = useState(hasMore(mark));
  if (household === undefined || said === undefined) return null;
  return (
    <Sheet
      open
      onClose={onClose}
      title={household.head}
      action={
        <>
          {marked && (
            <Button id="unmark" kind="quiet" onTap={() => onMark(undefined)}>
              {words.unmark}
            </Button>
          )}
          <Button id="mark" onTap={() => onMark({ ...said, at: cloud.now() })}>
            {words.mark}
          </Button>
        </>
      }
    >
      <FieldFrame label={words.how}>
        <Choice
          label={words.how}
          options={CHANNELS.map((value) => ({ value, label: words.channel[value] }))}
          value={said.channel}
          onChange={(channel) => setSaid(through(said, channel))}
        />
      </FieldFrame>
      {canMeet(said.channel) && <Meeting said={said} onChange={setSaid} />}
      {more ? (
        <More said={said} onChange={setSaid} />
      ) : (
        <View id="more" className="sheet__more" hoverClass="y-pressed" onClick={() => setMore(true)}>
          {words.more}
        </View>
      )}
    </Sheet>
  );
}

function hasMore(mark: Mark | undefined): boolean {
  return mark !== undefined && (mark.note !== '' || mark.activities.length > 0 || mark.photos.length > 0);
}

interface PartProps {
  said: Mark;
  onChange(said: Mark): void;
}

function Meeting({ said, onChange }: PartProps) {
  const words = useWords().contact;
  return (
    <FieldFrame label={words.meeting}>
      <Choice
        label={words.meeting}
        options={[
          { value: 'met', label: words.met },
          { value: 'not', label: words.notMet },
        ]}
        value={said.inPerson ? 'met' : 'not'}
        onChange={(value) => onChange({ ...said, inPerson: value === 'met' })}
      />
    </FieldFrame>
  );
}

function More({ said, onChange }: PartProps) {
  const words = useWords().contact;
  return (
    <>
      <TextArea
        name="note"
        label={words.note}
        placeholder={words.noteHint}
        value={said.note}
        onChange={(note) => onChange({ ...said, note })}
      />
      <FieldFrame label={words.done}>
        <Choices
          label={words.done}
          options={ACTIVITIES.map((value) => ({ value, label: words.activity[value] }))}
          values={said.activities}
          onChange={(activities) => onChange({ ...said, activities })}
        />
      </FieldFrame>
      <FieldFrame label={words.photos}>
        <PhotoPicker photos={said.photos} onChange={(photos) => onChange({ ...said, photos })} />
      </FieldFrame>
    </>
  );
}
