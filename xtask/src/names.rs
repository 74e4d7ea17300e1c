//! Shorter names for what the module imports and exports.
//!
//! wasm-bindgen's names carry hashes (`__wbg_get_635eea311fa1a291`), stand in the module and in the glue, and do not
//! compress. A number does.

use anyhow::{Result, ensure};
use walrus::Module;

/// What wasm-bindgen calls the functions through which the browser calls a closure.
const CLOSURE: &str = "wasm_bindgen__convert__closures";
/// The module that the imports come from.
const PROVIDER: &str = "./guide_bg.js";

/// Renames the imports and the closures' exports in the module and in the glue.
pub fn shorten(module: &mut Module, glue: &mut String) -> Result<()> {
    for (number, import) in module.imports.iter_mut().enumerate() {
        let name = format!("i{number}");
        // The longest name comes with its colon: none is the beginning of another.
        swap(glue, &format!(" {}: function(", import.name), &format!(" {name}: function("))?;
        import.name = name;
        PROVIDER_SHORT.clone_into(&mut import.module);
    }
    if module.imports.iter().next().is_some() {
        swap(glue, PROVIDER, PROVIDER_SHORT)?;
    }
    let closures = module.exports.iter_mut().filter(|export| export.name.starts_with(CLOSURE));
    for (number, export) in closures.enumerate() {
        let name = format!("c{number}");
        swap(glue, &format!("wasm.{}(", export.name), &format!("wasm.{name}("))?;
        export.name = name;
    }
    Ok(())
}

/// What the provider is called instead.
const PROVIDER_SHORT: &str = "glue";

/// Replaces what stands in the glue at least once.
fn swap(glue: &mut String, from: &str, to: &str) -> Result<()> {
    ensure!(glue.contains(from), "the glue no longer has `{from}`: look at xtask/src/names.rs");
    *glue = glue.replace(from, to);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn module_and_glue_change_together() {
        let provided = concat!(
            " __wbg_get_0000000000000001: function(a) {},\n",
            " __wbg_get_0000000000000002: function(a, b) {},\n",
        );
        let mut module = importing(provided);
        let mut glue = format!("{provided}{{\"./guide_bg.js\": imports}}");
        shorten(&mut module, &mut glue).unwrap();
        assert_eq!(glue, " i0: function(a) {},\n i1: function(a, b) {},\n{\"glue\": imports}");
        let names: Vec<_> = module.imports.iter().map(|i| i.name.as_str()).collect();
        assert_eq!(names, ["i0", "i1"]);
        assert!(shorten(&mut importing(provided), &mut String::new()).is_err());
    }

    /// A module that imports what the glue provides.
    fn importing(glue: &str) -> Module {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        for line in glue.lines() {
            let name = line.split(':').next().unwrap().trim();
            module.add_import_func("./guide_bg.js", name, kind);
        }
        module
    }
}
