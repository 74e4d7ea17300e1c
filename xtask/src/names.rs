//! Shorter names for what the module imports.
//!
//! wasm-bindgen tells two imports of one name apart by a hash (`__wbg_get_635eea311fa1a291`), which stands in the module
//! and in the glue and does not compress. A number does as well (`get_2`), is half the bytes, and reads better.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use walrus::Module;

/// How many hexadecimal digits the hash has.
const HASH: usize = 16;

/// Renames the imports in the module and in the glue that provides them.
pub fn shorten(module: &mut Module, glue: &mut String) -> Result<()> {
    let mut taken: HashSet<String> = module.imports.iter().map(|i| i.name.clone()).collect();
    for import in module.imports.iter_mut() {
        let Some(wanted) = without_hash(&import.name) else {
            continue;
        };
        let name = free(wanted, &mut taken);
        let (from, to) = (format!("{}: function(", import.name), format!("{name}: function("));
        ensure!(
            glue.matches(&from).count() == 1,
            "the glue no longer provides {} once: look at xtask/src/names.rs",
            import.name
        );
        *glue = glue.replace(&from, &to);
        import.name = name;
    }
    Ok(())
}

/// What a name says, if it has a hash: `get` of `__wbg_get_635eea311fa1a291`.
fn without_hash(name: &str) -> Option<&str> {
    let (rest, hash) = name.rsplit_once('_')?;
    let said = rest.strip_prefix("__wbg_").or_else(|| rest.strip_prefix("__wbindgen_"))?;
    let said = said.strip_prefix("__wbindgen_").unwrap_or(said);
    (is_hash(hash) && !said.is_empty()).then_some(said)
}

/// Whether this is the end that wasm-bindgen gives to a name.
fn is_hash(text: &str) -> bool {
    text.len() == HASH && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// The first of `get`, `get_2`, `get_3` and so on that is not taken.
fn free(wanted: &str, taken: &mut HashSet<String>) -> String {
    let mut name = wanted.to_owned();
    let mut number = 1;
    while !taken.insert(name.clone()) {
        number += 1;
        name = format!("{wanted}_{number}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_goes_and_the_name_stays() {
        let cases = [
            ("__wbg_get_635eea311fa1a291", Some("get")),
            ("__wbg_set_mode_92c8cba20318a2e1", Some("set_mode")),
            ("__wbg___wbindgen_throw_4c88d8bf264fd984", Some("throw")),
            ("__wbindgen_generic_0000000000000002", Some("generic")),
            ("__wbindgen_object_drop_ref", None),
            ("__wbg_get_635eea31", None),
            ("memory", None),
        ];
        for (name, expected) in cases {
            assert_eq!(without_hash(name), expected, "{name}");
        }
    }

    #[test]
    fn names_that_would_be_alike_are_numbered() {
        let mut taken = HashSet::new();
        let names = ["get", "get", "set", "get"].map(|name| free(name, &mut taken));
        assert_eq!(names, ["get", "get_2", "set", "get_3"]);
    }

    #[test]
    fn module_and_glue_change_together() {
        let provided = "__wbg_get_0000000000000001: function(a) {},\n\
                        __wbg_get_0000000000000002: function(a, b) {},\n";
        let mut module = importing(provided);
        let mut glue = provided.to_owned();
        shorten(&mut module, &mut glue).unwrap();
        assert_eq!(glue, "get: function(a) {},\nget_2: function(a, b) {},\n");
        let names: Vec<_> = module.imports.iter().map(|i| i.name.as_str()).collect();
        assert_eq!(names, ["get", "get_2"]);
        assert!(shorten(&mut importing(provided), &mut String::new()).is_err());
    }

    /// A module that imports what the glue provides.
    fn importing(glue: &str) -> Module {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for line in glue.lines() {
            let name = line.split(':').next().unwrap();
            module.add_import_func("./guide_bg.js", name, kind);
        }
        module
    }
}
