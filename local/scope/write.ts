import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageText } from './scope';

writeFileSync(join(__dirname, '..', 'COVERAGE.md'), coverageText());
