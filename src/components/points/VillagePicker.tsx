import { usePointsWords } from '../../i18n/points';
import { useQuery } from '../../state';
import { Choice } from '../Choice';
import { FieldFrame } from '../Field';

interface Props {
  /** The reader's own area: a banner, a township or a village. */
  root: string;
  value: string;
  onChange(area: string): void;
}

const TOWNSHIP = 9;
const VILLAGE = 12;

/** Down to one village, a row of chips for each level; nothing where the reader's own area is a village. */
export function VillagePicker({ root, value, onChange }: Props) {
  const words = usePointsWords().points.area;
  return (
    <>
      {root.length < TOWNSHIP && (
        <Level label={words.township} under={root} value={value} onChange={onChange} />
      )}
      {root.length < VILLAGE && value.length >= TOWNSHIP && (
        <Level label={words.village} under={value.slice(0, TOWNSHIP)} value={value} onChange={onChange} />
      )}
    </>
  );
}

function Level({
  label,
  under,
  value,
  onChange,
}: {
  label: string;
  under: string;
  value: string;
  onChange(area: string): void;
}) {
  const { data } = useQuery('registry.areas', { under }, { freshFor: 600_000 });
  if (!data || data.areas.length === 0) return null;
  return (
    <FieldFrame label={label}>
      <Choice
        label={label}
        options={data.areas.map(({ _id, name }) => ({ value: _id, label: name }))}
        value={data.areas.find(({ _id }) => value.startsWith(_id))?._id}
        onChange={onChange}
      />
    </FieldFrame>
  );
}
