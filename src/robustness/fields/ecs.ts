import type { FieldDictionary } from '../field-class.ts';
import { dictionaryOf, underEach } from './dictionary.ts';

const FILES = 'file dll driver process process.parent effective_process email.attachments.file';
const PARENTS = `process.parent process.ext.effective_parent process.entry_leader process.session_leader process.group_leader
  process.parent.entry_leader process.parent.group_leader process.previous effective_process`;
/** Who speaks, in the sense of ECS's field sets that share `ip`, `port`, `geo` and `as`. */
const PEERS = 'source destination client server source.nat destination.nat';
const USERS = `user user.effective user.target user.changes user.ext.real process.user process.real_user process.saved_user process.parent.user
  process.parent.real_user process.entry_leader.user source.user destination.user client.user server.user`;
const AUDITS = `aws.cloudtrail azure.activitylogs azure.auditlogs azure.signinlogs azure.graphactivitylogs azure.aadgraphactivitylogs
  azure.platformlogs azure.identityprotection gcp.audit o365.audit okta google_workspace kubernetes.audit github`;

/**
 * Fields of the Elastic Common Schema, and those of the integrations whose logs are read most. What a cloud's audit
 * log says of a request beyond who, whence and with what is the cloud's own word: `event-detail`.
 *
 * @see https://www.elastic.co/docs/reference/ecs/ecs-field-reference
 * @see https://www.elastic.co/docs/reference/integrations, "Exported fields" of each integration
 */
export const ECS_FIELDS: FieldDictionary = dictionaryOf({
  'file-hash': `hash.* related.hash ${underEach(FILES, 'hash.*')} threat.indicator.file.hash.*`,
  'import-hash': underEach(FILES, 'pe.imphash pe.pehash elf.import_hash macho.symhash'),
  ip: `${underEach(PEERS, 'ip address')} host.ip related.ip network.forwarded_ip dns.resolved_ip dns.answers.data observer.ip
    http.request.headers.x-forwarded-for threat.indicator.ip okta.client.ip okta.request.ip_chain.ip aws.cloudtrail.source_ip_address github.actor_ip
    o365.audit.clientip o365.audit.actoripaddress auditd.data.addr azure.auditlogs.properties.initiated_by.user.ipaddress
    kubernetes.audit.sourceips azure.platformlogs.properties.log.sourceips`,
  domain: `${underEach(PEERS, 'domain registered_domain top_level_domain subdomain')} dns.question.name dns.question.registered_domain
    dns.question.subdomain dns.question.top_level_domain dns.answers.name url.domain url.registered_domain url.subdomain url.top_level_domain
    tls.client.server_name threat.indicator.url.domain related.hosts http.request.headers.host`,
  url: `url.full url.original url.path url.query url.fragment url.scheme url.username http.request.referrer file.origin_url file.origin_referrer_url
    threat.indicator.url.full threat.indicator.url.original okta.debug_context.debug_data.request_uri kubernetes.audit.requesturi file.ext.windows.zone_identifier`,
  'user-agent': `user_agent.* azure.auditlogs.properties.useragent okta.client.user_agent.* github.user_agent kubernetes.audit.useragent
    aws.cloudtrail.user_agent o365.audit.useragent azure.platformlogs.properties.log.useragent http.request.headers.user-agent`,
  email:
    'email.from.address email.to.address email.sender.address email.reply_to.address email.cc.address email.subject email.attachments.*',
  certificate: `x509.* tls.server.hash.* tls.client.hash.* tls.server.certificate tls.client.certificate tls.server.ja3s tls.client.ja3 tls.server.ja4 tls.client.ja4
    tls.server.issuer tls.server.subject tls.client.issuer tls.client.subject tls.server.x509.* tls.client.x509.* tls.server.certificate_chain`,
  'file-name': `file.name file.ext.original.name email.attachments.file.name o365.audit.sourcefilename o365.audit.objectid persistence.name
    google_workspace.drive.file.name winlog.event_data.relativetargetname`,
  'file-path': `file.path file.directory file.target_path file.ext.original.path file.path.text process.working_directory process.parent.working_directory
    file.drive_letter auditd.paths.* volume.*`,
  'file-extension':
    'file.extension url.extension file.ext.original.extension file.mime_type file.type file.ext.header_bytes',
  'process-image':
    'process.name process.executable process.name.caseless process.title process.name.text process.executable.text process_name',
  'parent-image': `${underEach(PARENTS, 'name executable title name.caseless executable.caseless')} parent_process_name`,
  'process-target': 'target.process.name target.process.executable winlog.event_data.targetimage',
  module: `dll.name dll.path dll.ext.* driver.name driver.path process.ext.dll.name process.ext.dll.path library.name
    process.thread.ext.start_address_module`,
  pipe: 'file.pipe.name process.ext.pipe.name winlog.event_data.pipename',
  'original-file-name': underEach(FILES, 'pe.original_file_name'),
  'file-metadata': underEach(FILES, 'pe.company pe.description pe.product pe.file_version pe.sections.name'),
  signature: underEach(FILES, 'code_signature.* ext.code_signature.*'),
  'detection-name': `rule.name rule.category rule.id rule.uuid rule.ruleset signal.rule.* kibana.alert.* threat.indicator.name vulnerability.id
    suricata.eve.alert.* panw.panos.threat.name`,
  'command-line':
    'process.args process.command_line process.command_line.text process.command_line.caseless process.args.text process.env_vars process.io.text',
  'parent-command-line': `${underEach(PARENTS, 'args command_line command_line.text command_line.caseless')} process.entry_leader.entry_meta.source.*`,
  'script-text':
    'powershell.file.* powershell.command.* process.ext.script_content winlog.event_data.scriptblocktext',
  payload: `message event.original http.request.body.* http.response.body.* http.request.headers.* request process.thread.ext.*
    auditd.data.a0 auditd.data.a1 auditd.data.a2
    auditd.data.a3 auditd.data.* o365.audit.searchquerytext o365.audit.affecteditems.*
    network_traffic.redis.query network_traffic.mysql.query network_traffic.pgsql.query network_traffic.cassandra.request.query
    network_traffic.* url.password http.response.headers.* winlog.event_data.servicefilename
    process.ext.api.parameters.* aws.bedrock_agentcore.request_payload.* aws.bedrock_agentcore.response_payload.* gen_ai.prompt gen_ai.completion fortinet.firewall.cfgattr`,
  parameter: `aws.cloudtrail.request_parameters aws.cloudtrail.request_parameters.* aws.cloudtrail.flattened.request_parameters.*
    aws.cloudtrail.response_elements aws.cloudtrail.response_elements.* aws.cloudtrail.flattened.response_elements.* aws.cloudtrail.additional_eventdata
    gcp.audit.request.* gcp.audit.labels.* kubernetes.audit.requestobject.* kubernetes.audit.responseobject.* o365.audit.parameters.*
    azure.platformlogs.properties.log.requestobject.* azure.platformlogs.properties.log.responseobject.*`,
  registry: 'registry.path registry.key registry.value registry.hive registry.path.text',
  'registry-data': 'registry.data.*',
  service: 'winlog.event_data.servicename',
  task: 'winlog.event_data.taskname',
  object: `${underEach('kubernetes.audit azure.platformlogs.properties.log', 'objectref.*')} gcp.audit.resource_name azure.resource.*
    aws.cloudtrail.resources.* azure.auditlogs.properties.target_resources.* azure.signinlogs.properties.resource_id
    azure.signinlogs.properties.resource_display_name fortinet.firewall.cfgpath container.image.* orchestrator.resource.* github.repo
    winlog.event_data.objectname winlog.event_data.objecttype`,
  access:
    'process.ext.api.behaviors winlog.event_data.grantedaccess winlog.event_data.accessmask winlog.event_data.accesslist winlog.event_data.accessmaskdescription',
  'call-trace':
    'process.thread.ext.call_stack.* process.thread.ext.call_stack_summary winlog.event_data.calltrace',
  'event-id': 'event.code event.id winlog.event_id winlog.api',
  'event-action': `event.action azure.activitylogs.operation_name azure.auditlogs.operation_name okta.event_type auditd.data.syscall
    aws.cloudtrail.event_name kubernetes.audit.verb azure.platformlogs.properties.log.verb process.ext.api.name endgame.event_subtype_full fortinet.firewall.action
    google_workspace.event.type google_workspace.admin.setting.name o365.audit.operation gcp.audit.method_name aws.bedrock_agentcore.operation
    azure.platformlogs.operation_name azure.identityprotection.properties.activity azure.activitylogs.properties.message subtype.create
    network_traffic.icmp.request.type icmp.request.type azure.auditlogs.properties.activity_display_name winlog.event_data.operationtype`,
  'event-outcome': `event.outcome event.reason http.response.status_code okta.outcome.* azure.signinlogs.properties.status.* azure.signinlogs.result_signature
    azure.signinlogs.result_type azure.auditlogs.properties.result azure.activitylogs.result_type aws.cloudtrail.error_code aws.cloudtrail.error_message
    kubernetes.audit.responsestatus.* azure.platformlogs.properties.log.responsestatus.* auditd.result error.* azure.activitylogs.properties.status_code
    kubernetes.audit.annotations.authorization_k8s_io/decision gcp.audit.status.* winlog.event_data.status process.exit_code system.auth.ssh.event`,
  'event-detail': `process.pid process.ppid process.entity_id process.parent.pid process.parent.entity_id process.args_count process.parent.args_count process.interactive
    process.parent.interactive process.entry_leader.* process.session_leader.* process.group_leader.* process.parent.* process.thread.* process.uptime
    process.ext.* process.parent.ext.* process.start process.tty process.tty.* process.pgid winlog.logon.* winlog.logon_type file.ext.* file.size
    file.mode file.created file.mtime file.inode ${underEach(AUDITS, '*')} process.group.* process.real_group.* process.supplemental_groups.*
    container.security_context.* ml_is_dga.* problemchild.* blocklist_label fortinet.firewall.* panw.panos.* zoom.* azure.eventhub.*
    beacon_stats.* auditd.summary.* auditd.session auditd.message_type powershell.process.* powershell.sequence event.duration event.severity
    event.risk_score flow.*`,
  user: `${underEach(USERS, 'name id email full_name domain hash name.caseless name.text')} related.user related.entity aws.cloudtrail.user_identity.arn
    aws.cloudtrail.user_identity.user_name aws.cloudtrail.user_identity.access_key_id aws.cloudtrail.user_identity.session_context.session_issuer.*
    azure.signinlogs.properties.user_principal_name azure.signinlogs.properties.user_display_name azure.signinlogs.identity azure.auditlogs.identity
    azure.auditlogs.properties.initiated_by.* azure.activitylogs.identity.* okta.actor.* okta.target.* o365.audit.userid o365.audit.actor.* o365.audit.target.id
    gcp.audit.authentication_info.* kubernetes.audit.user.* kubernetes.audit.impersonateduser.* azure.platformlogs.properties.log.user.*
    group.* user.group.* user.roles user.target.group.* user.changes.group.* github.actor google_workspace.actor.*`,
  'user-detail': `user.risk.* aws.cloudtrail.user_identity.type aws.cloudtrail.user_identity.invoked_by azure.signinlogs.properties.user_type o365.audit.usertype
    okta.actor.type o365.audit.actor.type o365.audit.target.type user.type user.asset.* host.risk.* github.programmatic_access_type
    aws.cloudtrail.user_identity.*`,
  host: `host.name host.id host.hostname host.mac host.os.version host.architecture host.type host.domain container.id container.name winlog.computer_name
    observer.name observer.* orchestrator.cluster.* orchestrator.* cloud.instance.* device.* agent.name agent.id azure.signinlogs.properties.device_detail.*`,
  port: underEach(PEERS, 'port'),
  protocol: `network.protocol network.transport network.type network.direction network.application network.iana_number network.community_id
    http.request.method http.version tls.version tls.version_protocol tls.cipher tls.next_protocol dns.question.type dns.question.class dns.type dns.header_flags dns.op_code dns.response_code
    url.port http.request.mime_type http.response.mime_type type network.name network.vlan.* tls.established`,
  country: `${underEach(PEERS, 'geo.* as.*')} client.geo.* okta.client.geographical_context.* azure.signinlogs.properties.location.*`,
  selector: `service.name service.type kibana.alert.workflow_status kibana.alert.risk_score @timestamp _index _id tags index data_stream.* event.dataset event.module event.provider event.kind event.category event.type event.agent_id_status event.ingested
    event.created event.start event.end event.timezone ecs.version host.os.* agent.type agent.version agent.* cloud.* winlog.channel winlog.provider_name
    azure.signinlogs.category azure.platformlogs.category azure.auditlogs.category azure.activitylogs.category aws.cloudtrail.event_category
    aws.cloudtrail.event_type github.category kubernetes.audit.stage azure.platformlogs.properties.log.stage
    kubernetes.audit.level endgame.metadata.* processor.name labels.* input.type log.* fields.* aws.cloudtrail.event_version azure.resource.provider
    service.environment service.node.* winlog.event_data.providername`,
  count: `count http.request.bytes http.request.body.bytes http.response.bytes http.response.body.bytes ${underEach(PEERS, 'bytes packets')} network.bytes network.packets
    dns.answers_count file.ext.entropy powershell.file.script_block_length powershell.file.script_block_entropy_bits powershell.file.script_block_surprisal_stdev
    powershell.file.script_block_unique_symbols event.sequence`,
});
