import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EvaluationView } from '../../../domain/contract/views';
import { evaluationId, GRADES } from '../../../domain/evaluation/evaluation';
import { Button, Card, Sheet, Tag, useTell } from '../../components';
import { dayWords } from '../../i18n';
import { useEvaluationWords } from '../../i18n/evaluation';
import { openRoll } from '../../routes';
import { cloud } from '../../services/cloud';
import { Begin } from './Begin';

interface Props {
  view: EvaluationView;
  onChange(): Promise<void>;
}

/** How far the evaluation is, what it waits for, and the next step of who leads it. */
export function Lead({ view, onChange }: Props) {
  const words = useEvaluationWords().evaluation;
  const { tell, error } = useTell(onChange);
  const [naming, setNaming] = useState(false);
  const [signing, setSigning] = useState(false);
  const { may, state = 'none', waits } = view;
  const where = { village: view.village.code, year: view.year };
  return (
    <Card
      id="lead"
      title={words.state[state]}
      tone={state === 'final' ? 'done' : waits.includes('appeals') ? 'danger' : 'due'}
      aside={
        view.openAppeals > 0 ? <Tag tone="danger">{words.villages.appeals(view.openAppeals)}</Tag> : undefined
      }
    >
      <Progress view={view} />
      {error !== undefined && <View className="y-wrong">{error}</View>}
      <View className="evaluation__acts">
        {may.includes('begin') && (
          <Button id="name" kind={state === 'none' ? 'primary' : 'quiet'} onTap={() => setNaming(true)}>
            {state === 'none' ? words.lead.begin : words.lead.change}
          </Button>
        )}
        {may.includes('grade') && (
          <Button
            id="grade"
            kind={state === 'collecting' ? 'primary' : 'quiet'}
            onTap={() => tell('evaluation.grade', where, words.lead.graded)}
          >
            {state === 'collecting' ? words.lead.grade : words.lead.regrade}
          </Button>
        )}
        {may.includes('sign') && (
          <Button id="sign" onTap={() => setSigning(true)}>
            {words.lead.sign}
          </Button>
        )}
        {state === 'final' && (
          <Button
            id="roll"
            kind="quiet"
            onTap={() => openRoll(`${evaluationId(view.village.code, view.year)}_worker`)}
          >
            {words.lead.roll}
          </Button>
        )}
      </View>
      {naming && (
        <Begin
          view={view}
          onClose={() => setNaming(false)}
          onDone={async () => {
            setNaming(false);
            await onChange();
          }}
        />
      )}
      <Sheet
        open={signing}
        onClose={() => setSigning(false)}
        title={words.lead.signTitle}
        action={
          <Button
            id="give-sign"
            onTap={async () => {
              const seen = { ...where, list: view.list ?? '' };
              // Counted anew meanwhile: the card says so, over the new figures.
              if (!(await tell('evaluation.sign', seen, words.lead.signed))) await onChange();
              setSigning(false);
            }}
          >
            {words.lead.sign}
          </Button>
        }
      >
        {GRADES.map((grade) => (
          <View key={grade} className="evaluation__line y-row">
            <View className="y-grow y-strong">{words.grade[grade]}</View>
            <View className="evaluation__figure y-figure">
              {view.candidates.filter((candidate) => candidate.grade === grade).length}
            </View>
          </View>
        ))}
        <View className="y-note">{words.lead.signWords(view.scheme.appealDays)}</View>
      </Sheet>
    </Card>
  );
}

function Progress({ view }: { view: EvaluationView }) {
  const words = useEvaluationWords();
  const said = words.evaluation;
  const { state, survey, reviewers, waits } = view;
  const day = (at: number) => dayWords(at, cloud.now(), words);
  return (
    <View className="evaluation__facts y-stack">
      {state === undefined && <View>{said.lead.beginHint}</View>}
      {survey && survey.asked > 0 && <View>{said.lead.survey(survey.answered, survey.asked)}</View>}
      {reviewers.length > 0 && (
        <View>
          {said.lead.named(
            reviewers.map(
              ({ name, given = 0 }) => `${name} ${said.lead.given(given, view.candidates.length)}`,
            ),
          )}
        </View>
      )}
      {waits
        .filter((wait) => wait !== 'appeals')
        .map((wait) => (
          <View key={wait} className="evaluation__wait">
            <Tag tone="due">{said.waits[wait]}</Tag>
          </View>
        ))}
      {state === 'graded' && <View>{said.lead.signHint}</View>}
      {view.signedBy && view.signedAt && <View>{said.signedBy(view.signedBy, day(view.signedAt))}</View>}
      {state === 'signed' && view.appealUntil && (
        <>
          <View>{said.lead.appeals(view.openAppeals)}</View>
          <View>{said.lead.until(day(view.appealUntil - 1))}</View>
          {view.openAppeals > 0 && <View>{said.frozen}</View>}
        </>
      )}
      {view.finalAt && <View>{said.finalAt(day(view.finalAt))}</View>}
      {view.hash && (
        <View>
          {said.hash}
          <View id="hash" className="evaluation__hash">
            {view.hash}
          </View>
          <View className="y-note">{said.hashHint}</View>
        </View>
      )}
    </View>
  );
}
