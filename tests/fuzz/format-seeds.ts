/** For every reader (by its id) a small text it recognises: what a property test mutates. */
export const SEEDS: Readonly<Record<string, { extension: string; text: string }>> = {
  'elastic-hunt': {
    extension: '.toml',
    text: `[hunt]\nname = "Odd hosts"\nuuid = "a1"\nintegration = ["endpoint"]\nlanguage = ["ES|QL"]\nmitre = ["T1071.001", "AML.T0051"]\nquery = ['''\nfrom logs\n''']\nreferences = ["https://example.org"]\n`,
  },
  elastic: {
    extension: '.toml',
    text: `[metadata]\nmaturity = "production"\ncreation_date = "2026/01/02"\n\n[rule]\nname = "Odd child"\nrule_id = "b2"\nseverity = "high"\ntype = "eql"\nquery = '''\nprocess where true\n'''\n\n[[rule.threat]]\nframework = "MITRE ATT&CK"\n\n[rule.threat.tactic]\nid = "TA0002"\n\n[[rule.threat.technique]]\nid = "T1059"\n\n[[rule.threat.technique.subtechnique]]\nid = "T1059.001"\n`,
  },
  'elastic-endpoint': {
    extension: '.toml',
    text: `[rule]\nid = "c3"\nname = "Odd module"\nos_list = ["windows"]\nquery = "library where true"\n\n[[threat]]\nframework = "MITRE ATT&CK"\n\n[threat.tactic]\nid = "TA0005"\n\n[[threat.technique]]\nid = "T1055"\n`,
  },
  'elastic-export': {
    extension: '.ndjson',
    text: `{"rule_id":"d4","name":"Odd sign-in","type":"query","severity":"low","query":"a:b","threat":[{"framework":"MITRE ATT&CK","tactic":{"id":"TA0001"},"technique":[{"id":"T1078","subtechnique":[{"id":"T1078.004"}]}]}]}\n{"exported_count":1}\n`,
  },
  datadog: {
    extension: '.json',
    text: `{"id":"e5","name":"Odd key","message":"## Goal\\nSee it.","isEnabled":true,"cases":[{"status":"high"}],"queries":[{"query":"source:cloudtrail"}],"options":{},"tags":["tactic:TA0006-credential-access","technique:T1110-brute-force","source:cloudtrail"]}\n`,
  },
  falco: {
    extension: '.yaml',
    text: `- required_engine_version: 0.31.0\n- macro: spawned\n  condition: evt.type = execve\n- rule: Odd shell\n  desc: A shell\n  condition: spawned\n  output: "%proc.name"\n  priority: NOTICE\n  tags: [maturity_stable, mitre_execution, T1059.004]\n- rule: Odd shell\n  append: true\n  condition: and not a\n- rule: Odd shell\n  enabled: false\n  override: {enabled: replace}\n`,
  },
  'atomic-red-team': {
    extension: '.yaml',
    text: `attack_technique: T1105\ndisplay_name: Transfer\natomic_tests:\n- name: Fetch\n  auto_generated_guid: 11111111-2222-4333-8444-555555555555\n  supported_platforms: [windows]\n  executor:\n    name: sh\n    elevation_required: true\n    command: curl x\n`,
  },
  dettect: {
    extension: '.yaml',
    text: `version: 1.2\nfile_type: technique-administration\nname: lab\ndomain: enterprise-attack\nplatform: [Windows]\ntechniques:\n- technique_id: T1105\n  technique_name: Transfer\n  detection:\n  - applicable_to: [all]\n    location: [SIEM]\n    comment: ''\n    score_logbook:\n    - {date: 2026-01-02, score: 3, comment: ''}\n    - {date: null, score: -1, comment: ''}\n  visibility: {applicable_to: [all], score_logbook: {date: null, score: 0}}\n`,
  },
  panther: {
    extension: '.yml',
    text: `AnalysisType: rule\nRuleID: Odd.Rule\nDisplayName: Odd rule\nEnabled: true\nFilename: odd.py\nSeverity: High\nLogTypes: [AWS.CloudTrail]\nReports:\n  MITRE ATT&CK:\n    - TA0006:T1110\n    - TA003:T1556\nTests:\n  - Name: Fires\n    ExpectedResult: true\n    Log: {}\n`,
  },
  'sigma-regression': {
    extension: '.yml',
    text: `id: f6\ndate: 2026-01-02\nrule_metadata:\n  - id: g7\n    title: x\nregression_tests_info:\n  - name: Positive\n    type: evtx\n    match_count: 1\n    path: a.evtx\n`,
  },
  sigma: {
    extension: '.yml',
    text: `title: Odd process\nid: 22222222-3333-4444-8555-666666666666\nstatus: test\nlevel: high\ndate: 2026-01-02\ntags:\n  - attack.execution\n  - attack.t1059.001\n  - attack.\nlogsource:\n  product: windows\n  category: process_creation\ndetection:\n  sel:\n    Image|endswith: x.exe\n  condition: sel\n---\ntitle: Many\ncorrelation:\n  type: event_count\n  rules: [x]\n  condition: {gte: 3}\n`,
  },
  'yara-l': {
    extension: '.yaral',
    text: `/* licence */\nrule odd {\n  meta:\n    rule_name = "Odd \\"rule\\""\n    severity = "High"\n    technique = "T1003.001"\n    mitre_attack_url = "https://attack.mitre.org/techniques/T1562/008/"\n  events:\n    $e.metadata.event_type = "X" // note\n    re.regex($e.a, \`b\`) or $e.b = /c\\/d/ nocase\n  match:\n    $h over 5m\n  condition:\n    $e\n}\n`,
  },
  suricata: {
    extension: '.rules',
    text: `# note\nalert http any any -> any any (msg:"Odd \\; host"; content:"a|3b|b"; reference:url,example.org; sid:1000001; rev:2; metadata: created_at 2026_01_02, mitre_tactic_id TA0001, mitre_technique_id T1566;)\n#drop tcp any any <> any any (msg:"Off"; sid:2; \\\n rev:1;)\n`,
  },
  wazuh: {
    extension: '.xml',
    text: `<!-- note -->\n<group name="local,syslog,">\n  <rule id="100001" level="10">\n    <if_sid>5716</if_sid>\n    <description>Odd & sign-in</description>\n    <mitre><id>T1110</id></mitre>\n    <group>authentication_failures,</group>\n  </rule>\n</group>\n<group name="b"/>\n`,
  },
  'splunk-hunt': {
    extension: '.yml',
    text: `name: Odd hunt\nid: h8\ndate: '2026-01-02'\ntype: Hunting\nstatus: production\ndescription: x\nsearch: '| tstats count'\ntags:\n  analytic_story: [A]\n  mitre_attack_id: [T1059]\n  security_domain: endpoint\n`,
  },
  splunk: {
    extension: '.yml',
    text: `name: Odd anomaly\nid: i9\ndate: '2026-01-02'\ntype: Anomaly\nstatus: production\ndescription: x\nsearch: '| tstats count'\ndata_source: [Sysmon EventID 1 AND Sysmon EventID 11]\nrba: {message: m, risk_objects: [{field: u, type: user, score: 40}]}\ntags:\n  analytic_story: [A]\n  mitre_attack_id: [T1562.001]\n  atomic_guid: [11111111-2222-4333-8444-555555555555]\n  security_domain: endpoint\ntests:\n  - name: True Positive\n    attack_data: [{data: https://example.org/a.log, sourcetype: x}]\n`,
  },
  'sentinel-hunt': {
    extension: '.yaml',
    text: `id: j10\nname: Odd hunt\ndescription: |\n  'Looks for it.'\nrequiredDataConnectors: []\ntactics: [CredentialAccess, Ransomware]\nrelevantTechniques: [T1003]\nquery: |\n  SecurityEvent | take 1\ntags: [{Id: a}, b]\n`,
  },
  sentinel: {
    extension: '.yaml',
    text: `id: k11\nname: Odd rule\nkind: Scheduled\nseverity: High\nstatus: Available\nrequiredDataConnectors: [{connectorId: A, dataTypes: [B]}]\ntriggerOperator: gt\ntactics: [CommandAndControl]\nrelevantTechniques: [T1071.001]\nquery: |\n  SigninLogs\n`,
  },
  'sentinel-arm': {
    extension: '.json',
    text: `{"resources":[{"type":"Microsoft.OperationalInsights/workspaces/providers/alertRules","name":"[concat('a')]","kind":"Scheduled","properties":{"displayName":"Odd","severity":"Low","enabled":true,"query":"T","tactics":["Impact"],"techniques":["T1059"],"subTechniques":["T1059.001"]}}]}\n`,
  },
  vectr: {
    extension: '.csv',
    text: `\uFEFFAssessmentGroup,Campaign,Variant,MitreID,Method,Status,Outcome,Outcome Notes,Start Time,Start Time Epoch,Detection Time\r\nQ1,C1,V1,T1105,Copy,Completed,NotDetected,"two\r\nlines",2026-01-02T03:04:05Z,1767323045000,2026-01-02T03:05:00Z\r\n`,
  },
  'invoke-atomic': {
    extension: '.csv',
    text: `"Execution Time (UTC)","Technique","Test Number","Test Name","Hostname","GUID","ExitCode"\r\n"2026-01-02T03:04:05Z","T1105","1","Fetch","LAB","11111111-2222-4333-8444-555555555555","0"\r\n`,
  },
  'invoke-atomic-json': {
    extension: '.jsonl',
    text: `{"Execution Time (UTC)":"2026-01-02T03:04:05Z","Technique":"T1105","Test Number":"1","Test Name":"Fetch","Hostname":"LAB","Username":"u","GUID":"11111111-2222-4333-8444-555555555555","Tag":"a"}\n`,
  },
  attire: {
    extension: '.json',
    text: `{"attire-version":"1.1","execution-data":{"execution-source":"x","target":{"host":"LAB"},"time-generated":"2026-01-02T03:04:05Z"},"procedures":[{"mitre-technique-id":"T1105","procedure-name":"Fetch","procedure-id":{"type":"guid","id":"11111111-2222-4333-8444-555555555555"},"order":1,"steps":[{"time-start":"2026-01-02T03:04:05Z","output":[]}]}]}\n`,
  },
  'caldera-report': {
    extension: '.json',
    text: `{"name":"Op","host_group":[{"paw":"p","host":"LAB"}],"start":"2026-01-02T03:04:05Z","steps":{"p":{"steps":[{"ability_id":"a","name":"Fetch","status":0,"run":"2026-01-02T03:04:05Z","attack":{"tactic":"x","technique_name":"y","technique_id":"T1105"}}]}},"adversary":{"name":"b"},"facts":[]}\n`,
  },
  'caldera-events': {
    extension: '.json',
    text: `[{"status":0,"delegated_timestamp":"2026-01-02T03:04:05Z","finished_timestamp":"2026-01-02T03:04:05Z","agent_metadata":{"host":"LAB"},"ability_metadata":{"ability_id":"a","ability_name":"Fetch"},"operation_metadata":{"operation_name":"Op"},"attack_metadata":{"tactic":"x","technique_name":"y","technique_id":"T1105"}}]\n`,
  },
  otrf: {
    extension: '.yaml',
    text: `id: WIN-1\ntitle: Odd hunt\nhypothesis: Somebody does it.\ncollaborators: ['@a']\ncreation_date: 2026/01/02\nplatform: Windows\nattack_mappings:\n  - technique: T1059\n    sub_technique: '001'\n    tactics: [TA0002]\n  - technique: T1003\n    sub-technique: None\n    tactics: [TA0006]\n`,
  },
  hearth: {
    extension: '.md',
    text: `---\nid: H901\ncategory: Flames\nhypothesis: Somebody does it.\ntactics: [Defense Evasion (TA0005), Masquerading (T1036)]\ntechniques: [T1053.005]\nseverity: High\nstatus: stale\nsubmitter: {name: A, link: https://example.org}\n---\n\n# H901\n\n## Why\n\nText.\n`,
  },
  lock: {
    extension: '.md',
    text: `---\nhunt_id: H-0001\ntitle: Odd hunt\nstatus: completed\ndate: 2026-01-02\nhunter: [Your Name]\ntactics: [execution]\ntechniques: [T1059]\nfindings_count: 2\ntrue_positives: 1\nfalse_positives: 1\n---\n\n## LEARN\n\nText.\n`,
  },
  'hearth-table': {
    extension: '.md',
    text: `# H902\n\nSomebody does it.\n\n| Hunt # | Idea / Hypothesis | Tactic | Notes | Tags | Submitter |\n|---|---|---|---|---|---|\n| H902 | Somebody does it. | Stealth | Note | #T1564.008 #a | [A](https://example.org) |\n`,
  },
  'otrf-notebook': {
    extension: '.md',
    text: `---\njupytext:\n  formats: md:myst\nkernelspec:\n  name: python3\n---\n\n# Odd hunt\n\n### Analytic I\n\n| Data source | Event Provider |\n|---|---|\n| Process | x |\n\n\`\`\`{code-block}\nSELECT 1\n\`\`\`\n`,
  },
  car: {
    extension: '.yaml',
    text: `id: CAR-2026-01-001\ntitle: Odd analytic\nsubmission_date: 2026/01/02\ncontributors: [A, B]\nplatforms: [Windows]\ncoverage:\n- technique: T1059\n  tactics: [TA0002]\n  subtechniques: [T1059.001]\n  coverage: Moderate\nimplementations:\n- name: x\n  code: index=a\n  type: splunk\nunit_tests:\n- description: Try\n  commands: [whoami]\n`,
  },
  ads: {
    extension: '.md',
    text: `# Goal\n\nSee it.\n\n# Categorization\n\n[Discovery / x](https://attack.mitre.org/wiki/Technique/T1063)\n\n# Strategy Abstract\n\nText\n\n# Technical Context\n\nText\n\n# Blind Spots and Assumptions\n\nText\n\n# False Positives\n\nText\n\n# Validation\n\nText\n\n# Priority\n\nHigh.\n`,
  },
  peak: {
    extension: '.md',
    text: `## Hunt ID: H-0001\n\n## Hunt Title: Odd hunt\n\n| Field | Value |\n|---|---|\n| **Hypothesis** | Somebody does it. |\n| **Date** | 2026-01-02 |\n\n| Field | Value |\n|---|---|\n| **Actor** | G0016 |\n| **Behavior** | Does it |\n| **Location** | Servers |\n| **Evidence** | Logs |\n\n**MITRE ATT&CK Techniques:**\n\n- TA0002 - Execution\n- T1059 - Interpreter\n`,
  },
  'kql-markdown': {
    extension: '.md',
    text: `# Odd *query*\n\n## Query Information\n\n#### MITRE ATT&CK Technique(s)\n\n| Technique ID | Title | Link |\n|---|---|---|\n| T1566.002 ] | x | https://attack.mitre.org/techniques/T1566/002/ |\n\n#### Description\n\nText.\n\n#### Author <Optional>\n\n- **Name:**\n\n## Defender XDR\n\n\`\`\`KQL\nDeviceEvents | take 1\n\`\`\`\n`,
  },
  kql: { extension: '.kql', text: `// Odd query\n// author: A\n// T1059\nDeviceEvents\n| take 1\n` },
  osquery: {
    extension: '.sql',
    text: `-- Odd processes\n--\n-- references:\n--   * https://attack.mitre.org/techniques/T1059/004/ (Unix Shell)\n--\n-- tags: persistent process\n-- platform: linux\nSELECT 1;\n`,
  },
  'coverbook-exercise': {
    extension: '.yaml',
    text: `title: Odd exercise\ndate: 2026-01-02\nresults:\n  - technique: T1105\n    test: 11111111-2222-4333-8444-555555555555\n    outcome: missed\n    detections: [a]\n`,
  },
  stix: {
    extension: '.json',
    text: `{"type":"bundle","id":"bundle--1","objects":[{"type":"intrusion-set","id":"intrusion-set--1","name":"Odd group","aliases":["Odd"]},{"type":"attack-pattern","id":"attack-pattern--1","name":"Spearphishing","external_references":[{"source_name":"mitre-attack","external_id":"T1566.001"}]},{"type":"relationship","id":"relationship--1","relationship_type":"uses","source_ref":"intrusion-set--1","target_ref":"attack-pattern--1","description":"[Odd](https://example.org) sent mail.(Citation: Odd 2026)","start_time":"2026-01-02T03:04:05Z"},{"type":"report","id":"report--1","name":"Odd report","object_refs":["attack-pattern--1"]}]}\n`,
  },
  navigator: {
    extension: '.json',
    text: `{"name":"Odd layer","versions":{"attack":"19","layer":"4.5"},"domain":"enterprise-attack","techniques":[{"techniqueID":"T1059.001","score":3,"tactic":"execution"},{"techniqueID":"T1105","score":"4"},{"techniqueID":"T1078","score":1,"enabled":false}]}\n`,
  },
  'dettect-groups': {
    extension: '.yaml',
    text: `version: 1.0\nfile_type: group-administration\nplatform: [Windows]\ngroups:\n- group_name: Odd team\n  campaign: First\n  technique_id: {T1059: 3, T1105: 1}\n  software_id: [S0002]\n  enabled: true\n- group_name: Other team\n  technique_id: [T1003]\n  enabled: false\n`,
  },
  'coverbook-threats': {
    extension: '.yaml',
    text: `title: Odd profile\ndefault: true\nactors:\n  - actor: G0016\n    weight: 5\n    reason: x\n  - {actor: Odd crew, own: true}\nprocedures:\n  - {techniques: [T1566.001, T1078], actor: Odd crew, text: Mail, date: 2026-01-02, weight: 2}\ntechniques:\n  - {technique: T1003, weight: 4}\n`,
  },
  'coverbook-decisions': {
    extension: '.yaml',
    text: `decisions:\n  - techniques: [T1200, T1542.001]\n    state: accepted\n    reason: No port is open to visitors.\n    owner: security-architecture\n    decided: 2026-01-02\n    review: 2027-01-02\n  - techniques: T1195.003\n    state: out-of-scope\n    reason: We build no hardware.\n`,
  },
  'coverbook-visibility': {
    extension: '.yaml',
    text: `collected:\n  - { dataComponent: Process Creation, logSource: "WinEventLog:Sysmon", platforms: [Windows], quality: 4, since: 2025-03-01, notes: x }\n  - dataComponents: [DC0002, File Access]\n    platforms: Linux\n    domains: [ics]\n  - logSource: AWS:CloudTrail\n`,
  },
  'dettect-data-sources': {
    extension: '.yaml',
    text: `version: 1.1\nfile_type: data-source-administration\nname: lab\ndomain: enterprise-attack\nsystems:\n- {applicable_to: all, platform: [Windows, Linux]}\ndata_sources:\n- data_source_name: Process Creation\n  data_source:\n  - applicable_to: [all]\n    date_registered: 2026-01-02\n    date_connected: 2026-01-02\n    products: [Sysmon]\n    available_for_data_analytics: true\n    comment: ''\n    data_quality: {device_completeness: 4, data_field_completeness: 5, timeliness: 3, consistency: 5, retention: 2}\n`,
  },
  'coverbook-playbook': {
    extension: '.mdx',
    text: `---\ntitle: Odd hunt\nhypothesis: Somebody does it.\ntechniques: [T1059.001]\ncadence: 90d\nruns:\n  - {date: 2026-01-02, outcome: findings, findings: 2}\n---\n\n## Execution\n\n<QueryTabs>\n  <QueryTab platform="x">\n\n\`\`\`kql\nT\n\`\`\`\n\n  </QueryTab>\n</QueryTabs>\n`,
  },
  plain: {
    extension: '.yaml',
    text: `title: Odd detection\ntechniques: [T1078.004, T1059 - Interpreter]\nseverity: medium\nstatus: production\nquery: a\nlanguage: kql\n`,
  },
  'plain-markdown': {
    extension: '.md',
    text: `---\ntitle: Odd detection\ntechniques: T1078.004\nseverity: low\n---\n\nText.\n\n\`\`\`spl\nindex=a\n\`\`\`\n`,
  },
};
