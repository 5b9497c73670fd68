/** What nearly every hypothesis says: words of grammar, and words for whoever attacks, whatever they do, wherever. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those and or but not no nor if then than so as at by for from in into inside on onto of off out over
  to through under up via with within without across after before during between against about around it its their they them he
  she his her we our us you your i who whom whose which what when where why how is are was were be been being am has have had having
  do does did doing done can could may might must shall should will would there here any some all each every other another such same
  own only also just even more most very still already yet currently recently possibly potentially likely
  use uses used using utilize utilizes utilizing leverage leverages leveraging perform performs performing conduct conducts
  try tries trying attempt attempts attempting
  adversary adversaries attacker attackers actor actors threat threats intruder intruders operator operators hacker hackers group
  groups someone somebody something anything apt malware malicious suspicious anomalous anomaly anomalies unusual abnormal unknown
  bad evil advanced persistent sophisticated targeted
  activity activities behaviour behaviours behavior behaviors event events action actions attack attacks technique techniques
  tactic tactics procedure procedures ttp ttps ioc iocs indicator indicators evidence sign signs trace traces compromise compromised
  breach incident intrusion campaign campaigns
  network networks environment environments system systems host hosts endpoint endpoints machine machines computer computers
  infrastructure organisation organization organisations organizations company enterprise estate
  present presence exist exists existing active hide hides hiding hidden operate operates operating lurk lurking
  find finds finding look looks looking search searching hunt hunts hunting detect detects detecting detection identify identifies
  identifying determine determining check checking see seeing show shows uncover reveal hypothesis hypothesise hypothesize assume
  suspect believe goal objective`
    .split(/\s+/)
    .filter(Boolean),
);
