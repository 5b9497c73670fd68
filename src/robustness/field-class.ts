/**
 * What a field of an event holds, whatever a log calls it. Two fields stand in one class when an adversary has the
 * same trouble with both; `src/robustness/classes.ts` says how much that is.
 */
export type FieldClass =
  // What a binary, a peer or a request is known by.
  | 'file-hash'
  | 'import-hash'
  | 'ip'
  | 'domain'
  | 'url'
  | 'user-agent'
  | 'email'
  | 'certificate'
  // Names and places of files. `process-target`: the process something is done to.
  | 'file-name'
  | 'file-path'
  | 'file-extension'
  | 'process-image'
  | 'parent-image'
  | 'process-target'
  | 'module'
  | 'pipe'
  // What is compiled into a file: original name, product, company, description; and who signed it.
  | 'original-file-name'
  | 'file-metadata'
  | 'signature'
  // What a scanner calls what it found.
  | 'detection-name'
  // What a model made of the event.
  | 'model'
  // What was run. `payload`: other free text an adversary sends (request body, task content, service command).
  | 'command-line'
  | 'parent-command-line'
  | 'script-text'
  | 'payload'
  // Parameters of an operation of a cloud or a service: its own words but for the names in them.
  | 'parameter'
  // What the system was changed in.
  | 'registry'
  | 'registry-data'
  | 'service'
  | 'task'
  | 'object'
  // What only the operating system or the platform writes: the adversary has no say.
  | 'access'
  | 'call-trace'
  | 'event-id'
  | 'event-action'
  | 'event-outcome'
  | 'event-detail'
  // Who and where.
  | 'user'
  | 'user-detail'
  | 'host'
  | 'port'
  | 'protocol'
  | 'country'
  // Which log, product, table or index is read; and the numbers a threshold counts.
  | 'selector'
  | 'count';

/**
 * Fields of one schema: lower-case name (`process.command_line`) to class. A name that ends with `.*` stands for
 * every field below it (`aws.cloudtrail.request_parameters.*`) that has no entry of its own.
 */
export type FieldDictionary = ReadonlyMap<string, FieldClass>;

/** Names a schema's fields hide behind: Winlogbeat's, Splunk's data models', YARA-L's event variables. */
const PREFIXES = /^(?:winlog\.event_data\.|event_data\.|eventdata\.|\$[a-z_]\w*\.)/;

/**
 * The class of a field by any of the dictionaries, the first that knows it.
 *
 * @param field As the query writes it; case does not matter, nor do quotes or brackets around it.
 * @returns undefined for a field none of them knows: it is not guessed at.
 */
export function fieldClassOf(field: string, ...dictionaries: FieldDictionary[]): FieldClass | undefined {
  const name = field.toLowerCase().replace(/^["'`[]+|(?<!["'`\]])["'`\]]+$/g, '');
  const bare = name.replace(PREFIXES, '');
  for (const dictionary of dictionaries) {
    const found =
      dictionary.get(name) ?? dictionary.get(bare) ?? below(name, dictionary) ?? below(bare, dictionary);
    if (found !== undefined) return found;
  }
  return undefined;
}

function below(name: string, dictionary: FieldDictionary): FieldClass | undefined {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const found = dictionary.get(`${name.slice(0, dot)}.*`);
    if (found !== undefined) return found;
  }
  return undefined;
}
