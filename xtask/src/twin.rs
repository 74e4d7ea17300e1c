//! The module's twin: the same module translated to JavaScript by Binaryen's wasm2js, for Chromium on pages whose policy
//! forbids WebAssembly.
//!
//! wasm2js writes an ES module that imports the glue and exports functions. Mended here, it is one function from the
//! imports to the exports instead, which is what instantiating a module is. Each mend must fit exactly once: when
//! wasm2js changes its ways, the build stops here and not in someone's browser.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use walrus::{ExportItem, ImportKind, Module, ValType};

use crate::binaryen;
use crate::paths::Paths;
use crate::wasm::{Care, Compiled, PLAIN_FEATURES};

/// Growing the memory must detach the old buffer, as WebAssembly does: the glue keeps views and knows by this that they
/// are stale. wasm2js leaves the old buffer alive, and strings come out empty.
const GROW: (&str, &str) = (
    "var newBuffer = new ArrayBuffer(newPages << 16);\n\
     var newHEAP8 = new Int8Array(newBuffer);\n\
     newHEAP8.set(HEAP8);\n",
    "var newBuffer = buffer.transfer(newPages << 16);\n",
);

/// Translates a plain module to the function `twin`.
pub fn translate(paths: &Paths, guide: &Compiled, care: Care) -> Result<String> {
    let lowered = lower(paths, guide, care)?;
    let translated = guide.path.with_file_name("twin.js");
    binaryen::make(paths, "wasm2js", care.optimisers(), &lowered, &translated)?;
    let text = fs::read_to_string(&translated).context("cannot read what wasm2js wrote")?;
    let module = Module::from_buffer(&guide.module).context("cannot read the module")?;
    mend(&text, &wide_imports(&module)?)
}

/// Rewrites in plainer instructions what wasm2js cannot translate.
fn lower(paths: &Paths, guide: &Compiled, care: Care) -> Result<PathBuf> {
    const LOWERING: [&str; 3] =
        ["--llvm-memory-copy-fill-lowering", "--llvm-nontrapping-fptoint-lowering", "--signext-lowering"];
    let lowered = guide.path.with_file_name("lowered.wasm");
    let words = [&PLAIN_FEATURES[..], &LOWERING, care.optimisers()].concat();
    binaryen::make(paths, "wasm-opt", &words, &guide.path, &lowered)?;
    Ok(lowered)
}

/// An imported function that takes 64-bit numbers, and which of its parameters are such.
#[derive(Debug, PartialEq)]
struct WideImport {
    name: String,
    wide: Vec<bool>,
}

/// JavaScript knows no 64-bit numbers but BigInt, which the glue expects; wasm2js passes two halves.
fn wide_imports(module: &Module) -> Result<Vec<WideImport>> {
    let wide = |types: &[ValType]| types.contains(&ValType::I64);
    for export in module.exports.iter() {
        let ExportItem::Function(function) = export.item else {
            continue;
        };
        let kind = module.types.get(module.funcs.get(function).ty());
        ensure!(
            !wide(kind.params()) && !wide(kind.results()),
            "the exported function `{}` takes or returns a 64-bit number, which the twin in JavaScript cannot: use f64 or u32",
            export.name
        );
    }
    let mut found = Vec::new();
    for import in module.imports.iter() {
        let ImportKind::Function(function) = import.kind else {
            continue;
        };
        let kind = module.types.get(module.funcs.get(function).ty());
        ensure!(
            !wide(kind.results()),
            "the imported function `{}` returns a 64-bit number, which the twin in JavaScript cannot: use f64 or u32",
            import.name
        );
        if wide(kind.params()) {
            let wide = kind.params().iter().map(|kind| *kind == ValType::I64).collect();
            found.push(WideImport { name: import.name.clone(), wide });
        }
    }
    Ok(found)
}

/// Makes wasm2js's text a function from the imports to the exports.
fn mend(text: &str, wide: &[WideImport]) -> Result<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let (imports, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.starts_with("import "));
    let (exports, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.starts_with("export "));
    ensure!(!exports.is_empty(), "wasm2js wrote no export: look at xtask/src/twin.rs");
    let [import] = imports[..] else {
        bail!("wasm2js wrote {} imports, not one: look at xtask/src/twin.rs\n{}", imports.len(), imports.join("\n"));
    };
    let body = replace_once(&(lines.join("\n") + "\n"), GROW.0, GROW.1)?;
    ensure!(
        body.matches("var retasmFunc = asmFunc({").count() == 1,
        "wasm2js no longer calls its result `retasmFunc`: look at xtask/src/twin.rs"
    );
    Ok(format!("function twin(imports) {{\n{}{body}return retasmFunc;\n}}\n", import_lines(import, wide)?))
}

/// The glue's functions under the name wasm2js has for them, those for 64-bit numbers putting the halves together.
fn import_lines(import: &str, wide: &[WideImport]) -> Result<String> {
    let (name, from) = import
        .strip_prefix("import * as ")
        .and_then(|rest| rest.strip_suffix("';"))
        .and_then(|rest| rest.split_once(" from '"))
        .with_context(|| format!("wasm2js imports in a new way: look at xtask/src/twin.rs\n{import}"))?;
    if wide.is_empty() {
        return Ok(format!("const {name} = imports[\"{from}\"];\n"));
    }
    let mut lines = format!(
        "const glue = imports[\"{from}\"];\n\
         const whole = (low, high) => BigInt(high) << 32n | BigInt(low >>> 0);\n\
         const {name} = {{\n...glue,\n"
    );
    for function in wide {
        lines += &joined(function);
    }
    Ok(lines + "};\n")
}

fn joined(function: &WideImport) -> String {
    let (mut taken, mut given) = (Vec::new(), Vec::new());
    for (index, wide) in function.wide.iter().enumerate() {
        if *wide {
            taken.push(format!("low{index}, high{index}"));
            given.push(format!("whole(low{index}, high{index})"));
        } else {
            taken.push(format!("p{index}"));
            given.push(format!("p{index}"));
        }
    }
    let name = &function.name;
    format!("\"{name}\": ({}) => glue[\"{name}\"]({}),\n", taken.join(", "), given.join(", "))
}

fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    let times = text.matches(from).count();
    ensure!(times == 1, "wasm2js wrote this {times} times, not once: look at xtask/src/twin.rs\n{from}");
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "import * as $_guide_bg_js from './guide_bg.js';\n\
        function asmFunc(imports) {\n  var newBuffer = new ArrayBuffer(newPages << 16);\n\
        \x20 var newHEAP8 = new Int8Array(newBuffer);\n  newHEAP8.set(HEAP8);\n}\n\n\
        var retasmFunc = asmFunc({\n  \"./guide_bg.js\": $_guide_bg_js,\n});\n\
        export var memory = retasmFunc.memory;\nexport var start = retasmFunc.start;\n";

    #[test]
    fn the_twin_is_a_function_of_its_imports() {
        let twin = mend(WRITTEN, &[]).unwrap();
        assert_eq!(
            twin,
            "function twin(imports) {\n\
             const $_guide_bg_js = imports[\"./guide_bg.js\"];\n\
             function asmFunc(imports) {\n\
             var newBuffer = buffer.transfer(newPages << 16);\n\
             }\n\
             var retasmFunc = asmFunc({\n\
             \"./guide_bg.js\": $_guide_bg_js,\n\
             });\n\
             return retasmFunc;\n\
             }\n"
        );
    }

    #[test]
    fn halves_of_64_bit_numbers_are_put_together() {
        let wide = WideImport { name: "big".to_owned(), wide: vec![false, true] };
        assert_eq!(joined(&wide), "\"big\": (p0, low1, high1) => glue[\"big\"](p0, whole(low1, high1)),\n");
    }

    #[test]
    fn the_build_stops_when_wasm2js_changes_its_ways() {
        let cases = [
            ("another import", format!("import {{ x }} from 'env';\n{WRITTEN}")),
            ("no import", WRITTEN.replacen("import ", "// ", 1)),
            ("an import of names", WRITTEN.replacen("import * as $_guide_bg_js", "import { x }", 1)),
            ("another way to grow", WRITTEN.replace("newHEAP8.set(HEAP8)", "newHEAP8.fill(HEAP8)")),
            ("two ways to grow", WRITTEN.replace("}\n\n", &format!("{}}}\n\n", GROW.0))),
            ("another result", WRITTEN.replace("retasmFunc", "result")),
            ("no export", WRITTEN.replace("export ", "")),
        ];
        for (case, text) in cases {
            assert!(mend(&text, &[]).is_err(), "{case}");
        }
    }
}
