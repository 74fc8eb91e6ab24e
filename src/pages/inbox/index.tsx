import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function Inbox() {
  const words = useWords();
  return <Screen title={words.tabs.inbox} heading={words.state.empty} tab="inbox" />;
}
