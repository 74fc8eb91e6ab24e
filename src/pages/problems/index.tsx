import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function Problems() {
  const words = useWords();
  return <Screen title={words.tabs.problems} heading={words.state.empty} tab="problems" />;
}
