import type { FieldDictionary } from '../field-class.ts';
import { dictionaryOf, underEach } from './dictionary.ts';

/** The parts of an event that describe something or somebody, each with the same fields. */
const NOUNS =
  'principal target src observer intermediary about security_result.about entity graph.entity graph.relations.entity';
const FILES = underEach(NOUNS, 'file process.file process.parent_process.file');

/**
 * Fields of Google's Unified Data Model. Of the entity graph, what names the source is a selector, and how rarely a
 * file or a domain is seen is a number.
 *
 * @see https://cloud.google.com/chronicle/docs/reference/udm-field-list
 */
export const UDM_FIELDS: FieldDictionary = dictionaryOf({
  'file-hash': underEach(FILES, 'sha256 sha1 md5 authentihash vhash ssdeep'),
  'import-hash': underEach(FILES, 'pe_file.imphash file_metadata.pe.import_hash'),
  ip: `${underEach(NOUNS, 'ip nat_ip asset.ip artifact.ip')} network.dns.answers.data network.dhcp.yiaddr`,
  domain: `${underEach(NOUNS, 'domain.name')} network.dns.questions.name network.dns.answers.name network.tls.client.server_name
    target.hostname src.hostname`,
  url: `${underEach(NOUNS, 'url')} network.http.referral_url network.http.parsed_uri.*`,
  'user-agent': 'network.http.user_agent network.http.parsed_user_agent.*',
  email:
    'network.email.from network.email.to network.email.cc network.email.subject network.email.reply_to network.email.*',
  certificate:
    'network.tls.server.certificate.* network.tls.client.certificate.* network.tls.client.ja3 network.tls.server.ja3s network.tls.client.ja4',
  'file-name': underEach(FILES, 'names'),
  'file-path':
    'target.file.full_path src.file.full_path about.file.full_path graph.entity.file.full_path additional.fields.current_directory',
  'file-extension': underEach(FILES, 'mime_type file_type'),
  'process-image': 'principal.process.file.full_path target.process.file.full_path principal.application',
  'parent-image': underEach('principal target', 'process.parent_process.file.full_path'),
  'original-file-name': `src.process.file.full_path ${underEach(FILES, 'file_metadata.pe.original_file_name exif_info.original_file')}`,
  'file-metadata': `${underEach(FILES, 'exif_info.* pe_file.*')} target.asset.software.description target.asset.software.name target.asset.software.vendor_name`,
  signature: underEach(FILES, 'signature_info.* tags'),
  'detection-name': `security_result.threat_name security_result.threat_id security_result.rule_name security_result.rule_id security_result.category security_result.severity
    security_result.threat_feed_name security_result.alert_state extensions.vulns.* graph.metadata.threat.* security_result.detection_fields.threat_name`,
  'command-line':
    'principal.process.command_line target.process.command_line target.process.command_line_history src.process.command_line',
  'parent-command-line': underEach('principal target', 'process.parent_process.command_line'),
  payload: `target.resource.attribute.labels.* src.resource.attribute.labels.* about.labels.* target.labels.* extracted.fields.* principal.labels.*
    metadata.description target.resource.attribute.* additional.fields.*`,
  registry: underEach('target src principal', 'registry.registry_key registry.registry_value_name'),
  'registry-data': underEach(
    'target src principal',
    'registry.registry_value_data registry.registry_value_type',
  ),
  object: `target.resource.* src.resource.* target.application target.cloud.* principal.resource.* graph.relations.entity.resource.*
    graph.relations.entity.group.* target.group.*`,
  access: 'target.process.access_mask additional.fields.grantedaccess',
  'call-trace': 'additional.fields.calltrace',
  'event-id': 'metadata.product_log_id',
  'event-action':
    'metadata.product_event_type security_result.category_details network.dhcp.type additional.fields.operation',
  'event-outcome': `security_result.action security_result.action_details security_result.summary security_result.description network.http.response_code
    network.dns.response_code security_result.outcomes.* security_result.detection_fields.status_code`,
  'event-detail': `security_result.* security_result.detection_fields.* extensions.* extensions.auth.* principal.process.pid target.process.pid
    principal.process.product_specific_process_id target.process.product_specific_process_id network.session_id network.parent_session_id
    additional.fields.initiated additional.fields.accesskeyid about.labels.sample security_result.about.* network.http.parsed_user_agent.family graph.entity.domain.creation_time.*
    graph.entity.domain.expiration_time.* target.user.termination_date.* target.user.hire_date.*`,
  user: `${underEach(NOUNS, 'user.userid user.email_addresses user.user_display_name user.windows_sid user.employee_id user.group_identifiers user.product_object_id')}
    principal.administrative_domain target.administrative_domain principal.user.* target.user.* src.user.* about.user.*`,
  'user-detail': underEach(
    NOUNS,
    'user.department user.title user.account_type user.attribute.* user.user_role user.role_name user.user_authentication_status',
  ),
  host: `principal.hostname observer.hostname intermediary.hostname ${underEach(NOUNS, 'asset.* asset_id mac platform platform_version namespace')}`,
  port: underEach(NOUNS, 'port nat_port'),
  protocol:
    'network.ip_protocol network.application_protocol network.direction network.http.method network.dns.questions.type network.tls.version network.dns.* network.tls.*',
  country: underEach(NOUNS, 'ip_geo_artifact.* location.* ip_location.*'),
  selector: `metadata.event_type metadata.vendor_name metadata.product_name metadata.log_type metadata.product_version metadata.event_timestamp.* metadata.base_labels.*
    metadata.collected_timestamp.* metadata.ingested_timestamp.* graph.metadata.* graph.relations.entity_type graph.relations.relationship`,
  count: `count network.sent_bytes network.received_bytes network.sent_packets network.received_packets network.session_duration.* graph.entity.file.prevalence.*
    graph.entity.domain.prevalence.* graph.entity.artifact.prevalence.* principal.artifact.prevalence.* target.artifact.prevalence.* graph.entity.file.*
    target.file.size`,
});

/** Of the start of a process, `principal` is the one that starts it. */
export const UDM_LAUNCH_FIELDS: FieldDictionary = dictionaryOf({
  'parent-image': 'principal.process.file.full_path',
  'parent-command-line': 'principal.process.command_line',
});

/** Of the opening of a process, `target` is the one it is done to; the rights asked for are the resource. */
export const UDM_OPEN_FIELDS: FieldDictionary = dictionaryOf({
  'process-target': 'target.process.file.full_path',
  access: 'target.resource.name',
});

/** Of the load of a library, `target` is the library. */
export const UDM_MODULE_FIELDS: FieldDictionary = dictionaryOf({
  module: 'target.process.file.full_path target.file.full_path',
});
