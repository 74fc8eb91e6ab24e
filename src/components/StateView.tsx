import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { type Dictionary, useSaid, useWords } from '../i18n';
import { openBind } from '../routes';
import type { CloudCode, CloudError } from '../services/cloud';
import { Button } from './Button';
import './StateView.scss';

interface Query {
  data: unknown;
  loading: boolean;
  error: CloudError | undefined;
  refresh(): Promise<void>;
}

interface Props {
  /** What `useQuery` gives. */
  query: Query;
  /** There is an answer, and nothing in it. */
  empty?: boolean;
  emptyWords?: string;
  emptyHint?: string;
  /** What helps when it is empty: a Button. */
  emptyAction?: ReactNode;
  /** Drawn when there is something to show, of today or kept. */
  children?: ReactNode;
}

/** The four faces of a page that waits for data; the cell is empty, half open or whole. */
export function StateView({ query, empty = false, emptyWords, emptyHint, emptyAction, children }: Props) {
  const words = useWords();
  const said = useSaid();
  const { error } = query;
  // Nobody is let in: what was kept of an earlier session must not stand there as if it were today's.
  const shut = error && doorWords(error.code, words);
  if (shut) return <Face kind="door" {...shut} foot={error.code === 'NOT_REGISTERED' && <BindButton />} />;
  if (query.data !== undefined) {
    if (!empty) return <>{children}</>;
    return <Face kind="empty" text={emptyWords ?? words.state.empty} hint={emptyHint} foot={emptyAction} />;
  }
  if (error === undefined) return <Face kind="loading" text={words.state.loading} />;
  const retry = (
    <Button kind="quiet" inline onTap={query.refresh}>
      {words.state.retry}
    </Button>
  );
  if (error.code === 'OFFLINE') {
    return <Face kind="offline" text={words.state.offline} hint={words.state.offlineHint} foot={retry} />;
  }
  return <Face kind="error" text={words.state.failed} hint={said(error.words)} foot={retry} />;
}

function doorWords(code: CloudCode, { door }: Dictionary): { text: string; hint: string } | undefined {
  switch (code) {
    case 'UNAUTHENTICATED':
      return { text: door.signedOut, hint: door.signedOutHint };
    case 'SESSION_EXPIRED':
      return { text: door.expired, hint: door.signedOutHint };
    case 'NOT_REGISTERED':
      return { text: door.unregistered, hint: door.unregisteredHint };
    default:
      return undefined;
  }
}

/** Residents come in by the code that their worker gave them. */
function BindButton() {
  const { bind } = useWords().door;
  return (
    <Button id="bind" onTap={openBind}>
      {bind}
    </Button>
  );
}

interface FaceProps {
  kind: 'loading' | 'empty' | 'error' | 'offline' | 'door';
  text: string;
  hint?: string | undefined;
  foot?: ReactNode;
}

function Face({ kind, text, hint, foot }: FaceProps) {
  return (
    <View className={`y-state y-state--${kind}`}>
      <View className="y-state__cell" />
      <View className="y-state__text">{text}</View>
      {hint !== undefined && <View className="y-state__hint">{hint}</View>}
      {foot && <View className="y-state__foot">{foot}</View>}
    </View>
  );
}
