import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { ProblemView } from '../../../domain/contract/views';
import { StateView } from '../../components';
import { cloud } from '../../services/cloud';
import { type Query, useQuery } from '../../state';
import { ActBar } from './ActBar';
import { ActSheet } from './ActSheet';
import { Asked } from './Asked';
import { type Act, type AskedAct, isAsked, offered } from './acts';
import { Confirm } from './Confirm';
import { ContentCheck } from './ContentCheck';
import { NOTHING } from './give';
import { Hands } from './Hands';
import { History } from './History';
import { MoreSheet } from './MoreSheet';
import { Said } from './Said';
import { Standing } from './Standing';
import { useAct } from './useAct';
import './matter.scss';

interface Matter {
  query: Query<ProblemView>;
  body: ReactNode;
  /** Absent while nothing can be done. */
  bar: ReactNode | undefined;
}

/** One problem, to be read on its own page or beside its list: what is known of it, and what can be done. */
export function useMatter(id: string | undefined): Matter {
  const query = useQuery(id === undefined ? undefined : 'problem.view', { problem: id ?? '' });
  const problem = query.data;
  const { run, clear, error, forget } = useAct(id ?? '', query.refresh);
  const [asked, setAsked] = useState<AskedAct>();
  const [more, setMore] = useState(false);
  const [thanks, setThanks] = useState(NOTHING);
  const onAct = (act: Act) => {
    forget();
    setMore(false);
    if (!isAsked(act)) return run(act, act === 'confirm' ? thanks : NOTHING);
    setAsked(act);
    return undefined;
  };
  const offer = problem ? offered(problem) : { large: [], small: [], more: [] };
  const now = cloud.now();
  // Where nothing is to be decided it stands last.
  const doubted = problem?.content.state === 'review';
  const body = (
    <>
      <StateView query={query}>
        {problem && (
          <>
            {error !== undefined && asked === undefined && <View className="problem__error">{error}</View>}
            <Standing problem={problem} now={now} />
            <Asked problem={problem} now={now} />
            {offer.large.includes('confirm') && <Confirm saying={thanks} onChange={setThanks} />}
            <Hands problem={problem} />
            <Said problem={problem} now={now} />
            {doubted && <ContentCheck problem={problem} onClear={clear} />}
            <History problem={problem} now={now} />
            {!doubted && <ContentCheck problem={problem} onClear={clear} />}
          </>
        )}
      </StateView>
      {more && <MoreSheet acts={offer.more} onAct={onAct} onClose={() => setMore(false)} />}
      {problem && asked !== undefined && (
        <ActSheet
          key={asked}
          act={asked}
          problem={problem}
          error={error}
          onClose={() => setAsked(undefined)}
          onSay={async (act, saying) => {
            if (await run(act, saying)) setAsked(undefined);
          }}
        />
      )}
    </>
  );
  const some = offer.large.length + offer.small.length + offer.more.length > 0;
  return {
    query,
    body,
    bar: some ? <ActBar offer={offer} onAct={onAct} onMore={() => setMore(true)} /> : undefined,
  };
}
