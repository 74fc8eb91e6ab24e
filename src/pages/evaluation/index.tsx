import { Screen } from '../../components';
import { useWords } from '../../i18n';

export default function EvaluationPage() {
  return <Screen title={useWords().home.tools.evaluation}>{null}</Screen>;
}
