import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { CATEGORIES } from '../../../domain/problem/category';
import { Screen, StateView } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { ActBar } from './ActBar';
import { ActSheet, isWordy, type WordyAct } from './ActSheet';
import { type Act, offered } from './acts';
import { Confirm } from './Confirm';
import { History } from './History';
import { Said } from './Said';
import { Standing } from './Standing';
import { NOTHING, useAct } from './useAct';
import './index.scss';

/** One problem: who has it until when, what was said, what happened, what can be done now. */
export default function Problem() {
  const words = useWords();
  const said = useSaid();
  const id = decodeURIComponent(useRouter().params.id ?? '');
  const query = useQuery('problem.view', { problem: id });
  const { run, error, forget } = useAct(id, query.refresh);
  const [asked, setAsked] = useState<WordyAct>();
  const [thanks, setThanks] = useState(NOTHING);
  const problem = query.data;
  const acts = problem ? offered(problem) : [];
  const now = cloud.now();
  const onAct = (act: Act) => {
    forget();
    if (!isWordy(act)) return run(act, act === 'confirm' ? thanks : NOTHING);
    setAsked(act);
    return undefined;
  };
  return (
    <Screen
      title={problem ? words.problem.about(said(CATEGORIES[problem.category])) : words.problem.title}
      action={acts.length > 0 ? <ActBar acts={acts} onAct={onAct} /> : undefined}
      staleSince={query.error && problem ? query.asOf : undefined}
      unsent
    >
      <StateView query={query}>
        {problem && (
          <>
            {error !== undefined && asked === undefined && <View className="problem__error">{error}</View>}
            <Standing problem={problem} now={now} />
            {acts.includes('confirm') && <Confirm saying={thanks} onChange={setThanks} />}
            <Said problem={problem} now={now} />
            <History problem={problem} now={now} />
          </>
        )}
      </StateView>
      {asked !== undefined && (
        <ActSheet
          key={asked}
          act={asked}
          error={error}
          onClose={() => setAsked(undefined)}
          onSay={async (act, saying) => {
            if (await run(act, saying)) setAsked(undefined);
          }}
        />
      )}
    </Screen>
  );
}
