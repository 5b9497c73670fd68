import type { Rung } from '../../src/robustness/judgement.ts';

/** A rule of a public rule set, and where a person put it who had read it and not yet the judge's verdict. */
export interface HandJudged {
  corpus: string;
  path: string;
  rung: Rung | 'not-judged';
  reason: string;
}

/** Sixty rules of every rung and kind, judged by hand before the judge saw them, and not changed since. */
export const HAND_JUDGED: readonly HandJudged[] = [
  {
    corpus: 'sigma',
    path: 'rules-emerging-threats/2023/Malware/Qakbot/proc_creation_win_malware_qakbot_regsvr32_calc_pattern.yml',
    rung: 'artefact',
    reason:
      'regsvr32 does the work, and yet it must be given a file called `calc`: the next campaign calls it something else',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/powershell/powershell_script/posh_ps_invoke_obfuscation_obfuscated_iex.yml',
    rung: 'tool',
    reason: 'the patterns are what one obfuscator writes; another version writes others',
  },
  {
    corpus: 'sigma',
    path: 'rules/linux/builtin/lnx_ldso_preload_injection.yml',
    rung: 'behaviour',
    reason: 'the loader reads this file and no other',
  },
  {
    corpus: 'sigma',
    path: 'rules-emerging-threats/2023/Malware/COLDSTEEL/win_system_malware_coldsteel_persistence_service.yml',
    rung: 'artefact',
    reason: 'the service may be called anything',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_access/proc_access_win_susp_direct_ntopenprocess_call.yml',
    rung: 'behaviour',
    reason: 'the call trace shows a direct system call',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/file/file_event/file_event_win_pcre_net_temp_file.yml',
    rung: 'artefact',
    reason: 'one literal folder name',
  },
  {
    corpus: 'sigma',
    path: 'rules/web/webserver_generic/web_ssti_in_access_logs.yml',
    rung: 'behaviour',
    reason: "the delimiters are the template engine's own: without them nothing is injected",
  },
  {
    corpus: 'sigma',
    path: 'rules/linux/auditd/path/lnx_auditd_auditing_config_change.yml',
    rung: 'behaviour',
    reason: 'audit reads its configuration from these files',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_creation/proc_creation_win_curl_download_susp_file_sharing_domains.yml',
    rung: 'domain',
    reason: 'another host for the payload is enough',
  },
  {
    corpus: 'sigma',
    path: 'rules/category/antivirus/av_webshell.yml',
    rung: 'tool',
    reason: 'the scanner knows these web shells; one it does not know passes',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_access/proc_access_win_lsass_dump_comsvcs_dll.yml',
    rung: 'behaviour',
    reason: 'rundll32 opens LSASS through a library of the system',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_creation/proc_creation_win_hktl_winpeas.yml',
    rung: 'tool',
    reason: 'name or arguments of one tool; the arguments must be rewritten in its code',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/create_remote_thread/create_remote_thread_win_hktl_cactustorch.yml',
    rung: 'behaviour',
    reason: 'a script host or Office starts a thread in another process',
  },
  {
    corpus: 'sigma',
    path: 'rules/web/proxy_generic/proxy_ua_rclone.yml',
    rung: 'artefact',
    reason: 'rclone has an option for its user agent',
  },
  {
    corpus: 'sigma',
    path: 'rules/web/proxy_generic/proxy_download_susp_tlds_whitelist.yml',
    rung: 'artefact',
    reason: 'an extension is a part of a name',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_creation/proc_creation_win_hktl_dumpert.yml',
    rung: 'artefact',
    reason: 'to evade both, the file must have another hash and another name',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/powershell/powershell_script/posh_ps_powershell_web_access_installation.yml',
    rung: 'behaviour',
    reason: "the cmdlets are Microsoft's",
  },
  {
    corpus: 'sigma',
    path: 'rules/linux/auditd/path/lnx_auditd_unix_shell_configuration_modification.yml',
    rung: 'behaviour',
    reason: 'shells read these files and no others',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/file/file_event/file_event_win_dcom_iertutil_dll_hijack.yml',
    rung: 'behaviour',
    reason: 'the hijacked program looks for exactly this file',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_creation/proc_creation_win_pua_nimgrab.yml',
    rung: 'tool',
    reason: 'the import hash outlives a new name and a changed byte; the tool must be built anew',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_creation/proc_creation_win_webshell_tool_recon.yml',
    rung: 'behaviour',
    reason: 'a web server starts interpreters to see what is installed',
  },
  {
    corpus: 'sigma',
    path: 'rules-emerging-threats/2023/Malware/dns_query_win_malware_socgholish_second_stage_c2.yml',
    rung: 'domain',
    reason: 'the pattern describes the names of one campaign',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/process_creation/proc_creation_win_reg_direct_asep_registry_keys_modification.yml',
    rung: 'behaviour',
    reason: 'reg.exe writes a key the system starts programs from',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/network_connection/net_connection_win_domain_ngrok_tunnel.yml',
    rung: 'domain',
    reason: 'names of hosts alone',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/network_connection/net_connection_win_susp_remote_powershell_session.yml',
    rung: 'behaviour',
    reason: 'the port is that of the service on the other machine, which the adversary does not run yet',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/file/file_event/file_event_win_arcsoc_susp_file_created.yml',
    rung: 'behaviour',
    reason: 'a server program writes programs and scripts, of nearly any kind',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/registry/registry_set/registry_set_exploit_guard_susp_allowed_apps.yml',
    rung: 'artefact',
    reason: 'the key cannot be chosen, the folder can',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/driver_load/driver_load_win_susp_temp_use.yml',
    rung: 'artefact',
    reason: 'another folder is enough',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/builtin/security/win_security_susp_psexec.yml',
    rung: 'tool',
    reason: 'the endings of the pipes are compiled into the tool',
  },
  {
    corpus: 'sigma',
    path: 'rules/cloud/m365/threat_management/microsoft365_pst_export_alert_using_new_compliancesearchaction.yml',
    rung: 'behaviour',
    reason: "the cmdlet and its format are the service's own",
  },
  {
    corpus: 'sigma',
    path: 'rules/network/cisco/ldp/cisco_ldp_md5_auth_failed.yml',
    rung: 'behaviour',
    reason: 'the messages are written by the device',
  },
  {
    corpus: 'sigma',
    path: 'rules-emerging-threats/2023/TA/3CX-Supply-Chain/image_load_malware_3cx_compromise_susp_dll.yml',
    rung: 'hash',
    reason: 'hashes alone',
  },
  {
    corpus: 'sigma',
    path: 'rules-emerging-threats/2017/TA/Equation-Group/net_firewall_apt_equationgroup_c2.yml',
    rung: 'ip',
    reason: 'two addresses',
  },
  {
    corpus: 'sigma',
    path: 'rules/windows/driver_load/driver_load_win_mal_drivers.yml',
    rung: 'tool',
    reason: 'among the hashes are import hashes: the driver must be built anew',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/windows/initial_access_execution_remote_via_msiexec.toml',
    rung: 'behaviour',
    reason: 'msiexec installs from the network and starts a child, whatever its name',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/windows/credential_access_dcsync_replication_rights.toml',
    rung: 'behaviour',
    reason: 'replication needs these rights',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/integrations/azure/defense_evasion_insights_diagnostic_settings_deletion.toml',
    rung: 'behaviour',
    reason: 'the operation is the act itself',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/network/command_and_control_smtp_to_the_internet_port_26.toml',
    rung: 'artefact',
    reason: "a port of the adversary's own server",
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/integrations/problemchild/defense_evasion_ml_suspicious_windows_event_low_probability.toml',
    rung: 'not-judged',
    reason: 'a model decides; the query says nothing of what it looks at',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/windows/defense_evasion_indirect_exec_forfiles.toml',
    rung: 'behaviour',
    reason: 'a program of the system and its option to run another',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/windows/defense_evasion_untrusted_driver_loaded.toml',
    rung: 'behaviour',
    reason: 'an unsigned driver, whatever its name',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/network/lateral_movement_dns_server_overflow.toml',
    rung: 'behaviour',
    reason: 'the exploit needs an answer of that size',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/threat_intel/threat_intel_indicator_match_hash.toml',
    rung: 'hash',
    reason: 'any hash of a feed',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/network/command_and_control_cobalt_strike_default_teamserver_cert.toml',
    rung: 'hash',
    reason: 'the hash of one certificate',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/network/command_and_control_halfbaked_beacon.toml',
    rung: 'artefact',
    reason: "the form of the address is the implant's",
  },
  {
    corpus: 'splunk-detections',
    path: 'detections/endpoint/icacls_grant_command.yml',
    rung: 'behaviour',
    reason: 'a program of the system and the parameters that do the harm',
  },
  {
    corpus: 'splunk-detections',
    path: 'detections/web/web_remote_shellservlet_access.yml',
    rung: 'artefact',
    reason: 'the path is that of a plugin the adversary uploads',
  },
  {
    corpus: 'splunk-detections',
    path: 'detections/endpoint/windows_mimikatz_binary_execution.yml',
    rung: 'tool',
    reason: 'the original name outlives a rename and not a rebuild',
  },
  {
    corpus: 'splunk-detections',
    path: 'detections/endpoint/cobalt_strike_named_pipes.yml',
    rung: 'artefact',
    reason: 'pipes are named in the profile',
  },
  {
    corpus: 'kql-markdown',
    path: 'Defender For Endpoint/WMICAntivirusDiscovery.md',
    rung: 'behaviour',
    reason: 'a program of the system is asked for a class of the system',
  },
  {
    corpus: 'kql-markdown',
    path: 'Defender For Endpoint/Network - AnyDeskConnectionToPublicIP.md',
    rung: 'artefact',
    reason: 'the name of a program that needs no installation',
  },
  {
    corpus: 'chronicle-community',
    path: 'rules/community/aws/cloudtrail/aws_kms_key_disabled_or_scheduled_for_deletion.yaral',
    rung: 'behaviour',
    reason: 'the operation is the act itself',
  },
  {
    corpus: 'chronicle-community',
    path: 'rules/community/gcp/gcp_successful_api_from_tor_exit_node.yaral',
    rung: 'ip',
    reason: 'a list of addresses; any other proxy is not on it',
  },
  {
    corpus: 'elastic-rules',
    path: 'rules/macos/privilege_escalation_applescript_with_admin_privs.toml',
    rung: 'behaviour',
    reason:
      'osascript asks for rights by its own phrase; the parent must be signed and lie elsewhere to evade the rest',
  },
  {
    corpus: 'splunk-detections',
    path: 'detections/endpoint/get_foresttrust_with_powershell.yml',
    rung: 'tool',
    reason: 'a function of a public script; it can be renamed in the script',
  },
  {
    corpus: 'splunk-detections',
    path: 'detections/endpoint/windows_impair_defense_disable_web_evaluation.yml',
    rung: 'behaviour',
    reason: 'the system reads the setting from this value',
  },
  {
    corpus: 'kql-markdown',
    path: 'Defender For Endpoint/Regsvr32StartedByOfficeApplication.md',
    rung: 'behaviour',
    reason: 'Office starts a program of the system',
  },
  {
    corpus: 'kql-markdown',
    path: 'Threat Hunting/TI Feed - C2IPFeed.md',
    rung: 'ip',
    reason: 'a list of addresses',
  },
  {
    corpus: 'chronicle-community',
    path: 'rules/community/threat_intel/vt_relationships_file_contacts_ip.yaral',
    rung: 'hash',
    reason: 'the file must be known by its hash',
  },
  {
    corpus: 'chronicle-community',
    path: 'rules/community/microsoft/graph_activity/graphrunner_suspicious_user_agent_strings.yaral',
    rung: 'artefact',
    reason: 'user agents of a script',
  },
];
