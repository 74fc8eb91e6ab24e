import { useState } from 'react';
import type { ProblemView } from '../../../domain/contract/views';
import { CATEGORIES, CATEGORY_GROUPS, type Category } from '../../../domain/problem/category';
import { Button, Choice, Field, FieldFrame, PhotoPicker, Sheet, TextArea } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { type AskedAct, type Form, formOf, shapeOf } from './acts';
import { DaysField } from './DaysField';
import { NOTHING, type Saying } from './give';
import { OtherField } from './OtherField';
import { PartyField } from './PartyField';
import { Stars } from './Stars';

interface Props {
  act: AskedAct;
  problem: ProblemView;
  error: string | undefined;
  onSay(act: AskedAct, saying: Saying): Promise<void>;
  onClose(): void;
}

/** One question, its answer, one button. */
export function ActSheet({ act, problem, error, onSay, onClose }: Props) {
  const { acts: words, problem: shared } = useWords();
  const form = formOf(act);
  const [saying, setSaying] = useState(NOTHING);
  const [missing, setMissing] = useState<string>();
  const change = (part: Partial<Saying>) => {
    setMissing(undefined);
    setSaying((was) => ({ ...was, ...part }));
  };
  const say = () => {
    const lacks = lacking(form, saying);
    if (lacks !== undefined) return setMissing(words.needs[lacks]);
    return onSay(act, saying);
  };
  const ask = words.ask[act];
  return (
    <Sheet
      open
      onClose={onClose}
      title={ask.title}
      action={
        <Button id={`give-${act}`} kind={shapeOf(act).ends ? 'danger' : 'primary'} onTap={say}>
          {words.give[act] ?? words.act[act]}
        </Button>
      }
    >
      {form.whom && (
        <PartyField
          act={act}
          many={form.whom === 'many'}
          problem={problem}
          saying={saying}
          onChange={change}
        />
      )}
      {form.other && (
        <OtherField problem={problem} value={saying.other} onChange={(other) => change({ other })} />
      )}
      {form.kind && (
        <KindField
          value={saying.category ?? problem.category}
          onChange={(category) => change({ category })}
        />
      )}
      {form.days && (
        <DaysField days={form.days} value={saying.until} onChange={(until) => change({ until })} />
      )}
      {form.stars && <Stars stars={saying.stars} onChange={(stars) => change({ stars })} />}
      {form.where && (
        <Field
          name="where"
          label={words.where}
          placeholder={words.whereHint}
          value={saying.where}
          most={80}
          onChange={(where) => change({ where })}
        />
      )}
      <TextArea
        name="words"
        label={ask.label}
        placeholder={ask.hint}
        value={saying.text}
        onChange={(text) => change({ text })}
        error={missing ?? error}
      />
      {form.photos && (
        <FieldFrame label={shared.photos}>
          <PhotoPicker photos={saying.photos} onChange={(photos) => change({ photos })} />
        </FieldFrame>
      )}
    </Sheet>
  );
}

type Lack = 'whom' | 'other' | 'days' | 'stars' | 'where' | 'words';

/** The first thing that is still to be filled in. */
function lacking(form: Form, { parties, other, until, stars, where, text }: Saying): Lack | undefined {
  if (form.whom && parties.length === 0) return 'whom';
  if (form.other && other === '') return 'other';
  if (form.days && until === 0) return 'days';
  if (form.stars && stars === 0) return 'stars';
  if (form.where && where.trim() === '') return 'where';
  return form.words === 'needed' && text.trim() === '' ? 'words' : undefined;
}

function KindField({ value, onChange }: { value: Category; onChange(category: Category): void }) {
  const words = useWords().acts;
  const said = useSaid();
  return (
    <FieldFrame label={words.kind}>
      <Choice<Category>
        label={words.kind}
        options={CATEGORY_GROUPS.map((group) => ({ value: group, label: said(CATEGORIES[group]) }))}
        value={value}
        onChange={onChange}
      />
    </FieldFrame>
  );
}
