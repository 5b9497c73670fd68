import type { FieldDictionary } from '../field-class.ts';
import { dictionaryOf } from './dictionary.ts';

/** Fields of the data models, each of which stands below its data set too: `Processes.process_name`. */
const MODELS: Record<string, Parameters<typeof dictionaryOf>[0]> = {
  processes: {
    'process-image': 'process_name process_path process_exec process_executable orig_process_name',
    'parent-image': 'parent_process_name parent_process_path parent_process_exec',
    'command-line': 'process',
    'parent-command-line': 'parent_process',
    'original-file-name': 'original_file_name',
    'file-hash': 'process_hash parent_process_hash',
    'file-path': 'process_current_directory parent_process_current_directory',
    'event-detail':
      'process_id process_guid parent_process_id parent_process_guid process_integrity_level cpu_load_percent mem_used',
    'event-action': 'action',
    user: 'user user_id user_bunit parent_process_user',
    host: 'dest os vendor_product dest_category dest_bunit dest_priority dest_requires_av',
  },
  filesystem: {
    'file-name': 'file_name',
    'file-path': 'file_path',
    'file-hash': 'file_hash',
    'event-action': 'action',
    'event-detail':
      'file_access_time file_create_time file_modify_time file_acl file_size process_guid process_id',
    user: 'user',
    host: 'dest vendor_product',
  },
  registry: {
    registry: 'registry_path registry_key_name registry_value_name registry_hive registry_value_text',
    'registry-data': 'registry_value_data registry_value_type',
    'event-action': 'action',
    'event-outcome': 'status',
    'event-detail': 'process_guid process_id',
    user: 'user',
    host: 'dest',
  },
  services: {
    service: 'service service_name service_id display_name',
    'file-path': 'service_path service_exec service_dll service_dll_path service_dll_hash',
    'event-detail': 'start_mode service_type',
    'event-outcome': 'status',
    user: 'user',
    host: 'dest',
  },
  ports: {
    port: 'dest_port creation_port',
    protocol: 'transport',
    'event-outcome': 'state',
    'event-detail': 'process_guid',
    user: 'user',
    host: 'dest',
  },
  all_traffic: {
    ip: 'src_ip dest_ip src dest dest_translated_ip src_translated_ip',
    port: 'src_port dest_port src_translated_port dest_translated_port',
    protocol:
      'transport protocol protocol_version app direction icmp_type icmp_code tcp_flag vlan ssid dest_zone src_zone rule dest_interface src_interface',
    'event-action': 'action',
    'process-image': 'process_name',
    'event-detail': 'process_guid process_id session_id',
    user: 'user src_user',
    host: 'dvc dest_host src_host dvc_ip dest_mac src_mac dest_category src_category',
    count: 'bytes bytes_in bytes_out packets packets_in packets_out duration response_time',
  },
  dns: {
    domain: 'query answer name',
    ip: 'src dest src_ip dest_ip',
    protocol: 'record_type query_type message_type transport',
    'event-outcome': 'reply_code reply_code_id',
    host: 'host',
    count:
      'query_count answer_count additional_answer_count authority_answer_count ttl response_time duration',
  },
  web: {
    url: 'url uri_path uri_query http_referrer uri',
    domain: 'url_domain site http_referrer_domain dest dest_host',
    ip: 'src src_ip dest_ip',
    'user-agent': 'http_user_agent',
    payload: 'cookie form_data',
    protocol: 'http_method http_content_type cached app product',
    'event-outcome': 'status',
    'event-action': 'action',
    user: 'user',
    host: 'dvc dest_category src_category',
    port: 'dest_port',
    selector: 'category vendor_product sourcetype',
    count: 'bytes bytes_in bytes_out url_length http_user_agent_length duration response_time',
  },
  all_email: {
    email:
      'src_user recipient subject orig_src orig_recipient return_addr recipient_domain src_user_domain sender',
    'file-name': 'file_name',
    'file-hash': 'file_hash',
    url: 'url',
    ip: 'src dest',
    'event-action': 'action',
    'event-detail': 'message_id message_type message_info internal_message_id',
    protocol: 'protocol filter_action',
    count: 'file_size recipient_count size xdelay xref',
  },
  authentication: {
    'event-action': 'action signature authentication_method',
    'event-id': 'signature_id',
    'event-outcome': 'reason result',
    user: 'user src_user user_id user_name src_user_id',
    'user-detail': 'user_type src_user_type user_category user_role',
    'event-detail': 'authentication_service app duration',
    ip: 'src dest src_ip dest_ip',
    host: 'dest_nt_domain src_nt_domain dest_category src_category',
  },
  all_changes: {
    'event-action': 'action command change_type',
    'event-id': 'result_id signature_id',
    'event-outcome': 'result status',
    object: 'object object_category object_id object_path object_attrs',
    user: 'user src_user user_name',
    'user-detail': 'user_type src_user_type',
    ip: 'src',
    host: 'dest dvc',
    selector: 'vendor_product',
  },
  ids_attacks: {
    'detection-name': 'signature signature_id category severity',
    ip: 'src dest',
    port: 'src_port dest_port',
    'event-action': 'action',
    'file-hash': 'file_hash',
  },
  malware_attacks: {
    'detection-name': 'signature category',
    'file-name': 'file_name',
    'file-path': 'file_path',
    'file-hash': 'file_hash',
    'event-action': 'action',
    url: 'url',
    user: 'user',
    host: 'dest',
  },
  all_risk: {
    'detection-name':
      'analyticstories search_name source annotations.* risk_message tag threat_object threat_object_type',
    'event-detail': 'risk_object_type calculated_risk_score risk_score',
    user: 'risk_object user',
    host: 'dest',
  },
};

/** What the add-ons and logs Splunk's public rules search call their fields, where the data models do not say. */
const LOGS = dictionaryOf({
  'process-image':
    'process_name process_path process image app_path comm exe processname newprocessname caller_process_name columns.path service_process',
  'command-line': 'process_exec proctitle cmdline commandline columns.cmdline process_command_line',
  'parent-image': 'parent_process_name parent_process_path',
  'parent-command-line': 'parent_process',
  module: 'imageloaded loaded_file_path loaded_file',
  'file-path': 'object_file_path file_path filepath service_file_name columns.directory relativetargetname',
  'file-name': 'file_name object_file_name',
  url: 'http.url cs_uri cs_uri_query cs_uri_stem c_uri uri url_path ',
  payload:
    'form_data message param1 param2 param3 _raw eventdata_xml content request_body http_request_body attributevalue new_value old_value details',
  ip: 'src src_ip dest_ip ipaddress client_ip resources{}.ipaddress clientip source_ip source_address dest_address ip',
  protocol:
    'http_method cs_method protocol_stack query_type{} cs_content_type http.http_method pdu transport',
  object: `attributeldapdisplayname objectclass objectcategory object_type group_name displayname target{}.displayname groupmembership msadchangedattributes
    admoneventtype modgroup hidden versionnumber device interface aceaccessrights acetype acecontrolaccessrights`,
  service: 'service_name',
  'event-detail': `logon_type servicetype service_type primarydisplayname riskfactors{}.type riskscore riskscoreseverity event.severityname event.incidenttype
    debugcontext.debugdata.factor disable_cause schannelname start_mode mnemonic token_elevation_type logon_id process_id process_guid changes parentprocessid
    groups{}.* actors{}.* roles{}.* accounts{}.* unit value  alerts.severity`,
  'detection-name':
    'threatname threatclass urlclass urlsupercategory threatcategory signature alerts.title rule_name category',
  'event-action':
    'action eventtype operation operationtype event_type eventname op command object_operation activity name facility type ',
  'event-outcome':
    'status http.status result.status result.message outcome.result success/failure errorcode error_code result',
  user: `user user_name target_user_name caller_user_name src_user username security_id event.username account_name primary_user sourceuser subjectdomainname domainname
    target_account_name `,
  'user-detail': 'user_type src_user_type',
  host: 'dest host workstationname destination_host src_host computer computername dvc',
  model:
    'predicted_label pred_dga_proba pred_is_dns_data_exfiltration_proba predicted_is_unknown predicted(unusual_cmdline_logits) score',
  selector: `datamodel macro index sourcetype source earliest latest earliest_time latest_time _time _index_earliest _index_latest nodename eventcategory tag
    all_sessions.tag product vendor vendor_product linecount splunk_server channel logname dest_category src_category date_hour date_wday`,
  'event-id': 'eventcode eventid event_id id signature_id',
  count: `count bytes_in bytes_out bytes eventcount http_content_length isoutlier(processlen) isoutlier(query_length) isoutlier(count)`,
  port: 'destinationportname dest_port src_port',
});

/**
 * Fields of Splunk's Common Information Model, alone and below their data set, and of the logs searched without one.
 *
 * @see https://help.splunk.com, "Common Information Model Add-on", "Data models"
 */
export const CIM_FIELDS: FieldDictionary = new Map([
  ...Object.values(MODELS).flatMap((names) => [...dictionaryOf(names)]),
  ...Object.entries(MODELS).flatMap(([model, names]) =>
    [...dictionaryOf(names)].map(([name, fieldClass]) => [`${model}.${name}`, fieldClass] as const),
  ),
  ...LOGS,
]);
