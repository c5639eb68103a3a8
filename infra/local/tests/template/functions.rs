//! What functions are: their binaries, roles, logs and settings.

use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use trajectory::config::{Config, Environment};

use crate::groups::groups;
use crate::reading::{each, object, template, text};
use crate::resources;
use crate::{WORKERS, all};

#[test]
fn every_crate_of_a_function_is_deployed_and_nothing_else() {
    let template = template();
    let deployed: BTreeSet<_> = resources(&template, "AWS::Serverless::Function").map(|(name, _)| name).collect();
    assert_eq!(deployed, all().map(|(function, _)| function).collect());
    let folders = fs::read_dir(root().join("functions")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(folders.collect::<BTreeSet<_>>(), all().map(|(_, folder)| folder.to_owned()).collect());
}

#[test]
fn every_function_runs_the_binary_of_its_crate_and_as_its_own_role() {
    let template = template();
    for (function, folder) in all() {
        let resources = &template["Resources"];
        let properties = &resources[function]["Properties"];
        assert_eq!(properties["CodeUri"], json!(format!("target/lambda/{folder}")));
        // infra/tools/build-lambdas.sh takes the folder's name for the package's and for the binary's.
        let manifest = fs::read_to_string(root().join("functions").join(folder).join("Cargo.toml")).unwrap();
        let names = manifest.lines().filter(|line| *line == format!("name = \"{folder}\"")).count();
        assert_eq!(names, 2, "the package or the binary of {folder} has another name");
        assert_eq!(resources[function]["Metadata"]["SkipBuild"], json!(true), "{function}");
        let name = function.trim_end_matches("Function");
        assert_eq!(properties["Role"], json!({ "Fn::GetAtt": format!("{name}Role.Arn") }));
        assert_eq!(properties["LoggingConfig"]["LogGroup"], json!({ "Ref": format!("{name}Logs") }));
        let logs = &resources[format!("{name}Logs")]["Properties"]["LogGroupName"];
        assert_eq!(*logs, json!({ "Fn::Sub": format!("/trajectory/${{AWS::StackName}}/{folder}") }));
        for needed in [format!("{name}Role"), format!("{name}Logs")] {
            assert_eq!(resources[&needed]["Condition"], resources[function]["Condition"], "{needed}");
        }
    }
}

#[test]
fn functions_are_given_every_setting_that_the_code_reads_and_no_other() {
    let template = template();
    for (function, folder) in all() {
        let mut given = environment(&template, function);
        assert_eq!(given.remove("AWS_LAMBDA_HTTP_IGNORE_STAGE_IN_PATH"), Some(json!("true")), "{function}");
        if WORKERS.contains(&(function, folder)) {
            // What is given to all, a worker is given empty where it has no use for it; the code takes empty as absent.
            given.retain(|_, value| *value != json!(""));
        }
        assert!(given.values().all(|value| *value != json!("")), "{function}");
        let read = settings_read_by(folder);
        assert_eq!(given.keys().cloned().collect::<BTreeSet<_>>(), read, "{function}");
    }
    for (function, ..) in groups() {
        let given = environment(&template, function);
        let given: Vec<_> = given.keys().map(|name| (name.as_str(), "set")).collect();
        assert!(Config::from_environment(&Environment::of(&given)).is_ok(), "{function}");
    }
    for (function, _) in WORKERS {
        assert_eq!(environment(&template, function)["TRAJECTORY_DOOR_SECRET"], json!(""), "{function} has no door");
    }
}

#[test]
fn settings_lead_to_the_table_the_bucket_and_the_app() {
    let template = template();
    let bucket = &template["Resources"]["Files"]["Properties"]["BucketName"];
    for (function, _) in all() {
        let given = environment(&template, function);
        assert_eq!(given["TRAJECTORY_TABLE"], json!({ "Ref": "Table" }), "{function}");
        if let Some(files) = given.get("TRAJECTORY_FILES_BUCKET") {
            assert!(files == bucket || *files == json!({ "Ref": "Files" }), "{function} has another bucket");
        }
    }
    // A letter without a link is of no use, so its origin is never empty.
    let letters = &environment(&template, "MailerFunction")["TRAJECTORY_PUBLIC_ORIGIN"]["Fn::If"];
    assert_eq!(*letters, template["Outputs"]["AppAddress"]["Value"]["Fn::If"]);
}

/// Memory brings its share of a processor with it.
#[test]
fn memory_follows_what_a_function_does() {
    let template = template();
    assert_eq!(template["Globals"]["Function"]["MemorySize"], json!(256));
    let more: BTreeMap<_, _> =
        all().filter_map(|(function, _)| Some((function, template["Resources"][function]["Properties"]["MemorySize"].as_u64()?))).collect();
    // Passwords are hashed on a whole processor; files are looked into and packed.
    assert_eq!(more, BTreeMap::from([("AuthFunction", 1769), ("AttachmentsFunction", 512), ("TransferWorkerFunction", 1024)]));
}

/// `CloudFormation` refuses such a template only when it is deployed.
#[test]
fn nothing_that_is_deployed_waits_for_itself() {
    let template = template();
    let resources = object(&template["Resources"]);
    let mut needs: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, resource) in resources {
        let mut named = BTreeSet::new();
        collect_names(resource, &mut named);
        needs.entry(name).or_default().extend(named);
    }
    // Whatever needs nothing that is left can be made; if nothing can, there is a circle.
    while !needs.is_empty() {
        let left: BTreeSet<_> = needs.keys().copied().collect();
        let before = needs.len();
        needs.retain(|_, needed| needed.iter().any(|one| left.contains(one)));
        assert!(needs.len() < before, "in a circle, or behind one: {left:?}");
    }
}

/// The variables of a function, those that all have included.
fn environment(template: &Value, function: &str) -> Map<String, Value> {
    let mut given = object(&template["Globals"]["Function"]["Environment"]["Variables"]).clone();
    if let Some(own) = template["Resources"][function].pointer("/Properties/Environment/Variables") {
        given.extend(object(own).clone());
    }
    given
}

/// The settings that a function's code reads, itself or by what it calls to start.
fn settings_read_by(folder: &str) -> BTreeSet<String> {
    let mut code = code_of(&format!("functions/{folder}/src"));
    let config = code_of("shared/src/config.rs");
    if code.contains("lambda::run(") || code.contains("lambda::run_with_files(") {
        code += body(&config, "pub fn from_environment");
    }
    if code.contains("lambda::start_worker(") {
        code += body(&config, "pub fn of_worker");
    }
    if ["lambda::run_with_files(", "lambda::start_worker(", "Files::from_environment("].iter().any(|start| code.contains(start)) {
        code += &code_of("shared/src/files.rs");
    }
    let read: BTreeSet<_> = code.split('"').filter(|text| text.starts_with("TRAJECTORY_")).map(str::to_owned).collect();
    assert!(read.contains("TRAJECTORY_TABLE"), "{folder}");
    read
}

/// The code of a file, or of all files in a folder, without its tests.
pub(crate) fn code_of(path: &str) -> String {
    let at = root().join(path);
    if at.is_dir() {
        let names = fs::read_dir(at).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        return names.map(|name| code_of(&format!("{path}/{name}"))).collect();
    }
    fs::read_to_string(at).unwrap().split("#[cfg(test)]").next().unwrap().to_owned()
}

fn body<'a>(code: &'a str, function: &str) -> &'a str {
    let (_, from) = code.split_once(function).unwrap_or_else(|| panic!("there is no {function}"));
    from.split_once("\n    }\n").unwrap().0
}

fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The resources that a value names.
fn collect_names<'a>(value: &'a Value, names: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match key.as_str() {
                    "Ref" => _ = names.insert(text(value)),
                    "Fn::GetAtt" => _ = names.insert(text(value).split('.').next().unwrap()),
                    "Fn::Sub" => {
                        let pattern = value.as_str().unwrap_or_else(|| text(&value[0]));
                        names.extend(pattern.split("${").skip(1).map(|part| part.split(['.', '}']).next().unwrap()));
                        collect_names(value, names);
                    }
                    _ => collect_names(value, names),
                }
            }
        }
        Value::Array(_) => each(value).for_each(|one| collect_names(one, names)),
        _ => {}
    }
}
