//! Panics without their messages.
//!
//! A panic ends the guide and nobody reads what it says (it might hold what somebody typed), but the messages, and the
//! formatting they need, are 4 KB of the compressed script. If the guide exports `panicked()`, every panic calls that,
//! once, and stops; the messages are then not reached by anything, and wasm-opt takes them out.

use anyhow::{Result, ensure};
use rustc_demangle::demangle;
use walrus::ir::Value;
use walrus::{ConstExpr, Export, ExportItem, FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

use crate::names::is_hash;

/// The guide's own way to end.
const PANICKED: &str = "panicked";

/// The standard library's functions that only panic, by how their names begin.
const PANICS: [&str; 10] = [
    "core::panicking::",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "alloc::raw_vec::handle_error",
    "alloc::alloc::handle_alloc_error",
    "std::thread::local::panic_access_error",
];

/// Sends every panic to the guide's `panicked()`, if it has one.
pub fn redirect(module: &mut Module) -> Result<()> {
    let Some(panicked) = exported(module, PANICKED) else {
        return Ok(());
    };
    let panics: Vec<FunctionId> =
        module.funcs.iter_local().map(|(id, _)| id).filter(|id| only_panics(module, *id)).collect();
    ensure!(!panics.is_empty(), "the standard library no longer panics as it did: look at xtask/src/panics.rs");
    let end = end(module, panicked);
    for id in panics {
        replace(module, id, end);
    }
    Ok(())
}

/// Finds a function of the guide's. Until wasm-bindgen has seen to it, its name ends in a hash.
fn exported(module: &Module, name: &str) -> Option<FunctionId> {
    let named =
        |export: &&Export| export.name.rsplit_once('_').is_some_and(|(rest, hash)| rest == name && is_hash(hash));
    match module.exports.iter().find(named)?.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    }
}

fn only_panics(module: &Module, id: FunctionId) -> bool {
    let Some(name) = &module.funcs.get(id).name else {
        return false;
    };
    let name = format!("{:#}", demangle(name));
    PANICS.iter().any(|start| name.starts_with(start))
}

/// A function that calls `panicked`, unless that is where it comes from.
fn end(module: &mut Module, panicked: FunctionId) -> FunctionId {
    let ending = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    let mut function = FunctionBuilder::new(&mut module.types, &[], &[]);
    function
        .func_body()
        .global_get(ending)
        .if_else(
            None,
            |again| {
                again.unreachable();
            },
            |first| {
                first.i32_const(1).global_set(ending).call(panicked);
            },
        )
        .unreachable();
    function.finish(Vec::new(), &mut module.funcs)
}

/// Makes a function call `end` and stop.
fn replace(module: &mut Module, id: FunctionId, end: FunctionId) {
    let (params, results) = module.types.params_results(module.funcs.get(id).ty());
    let (params, results) = (params.to_vec(), results.to_vec());
    let mut function = FunctionBuilder::new(&mut module.types, &params, &results);
    function.func_body().call(end).unreachable();
    let arguments = params.iter().map(|kind| module.locals.add(*kind)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(function.local_func(arguments));
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ir::Instr;

    /// A module with a function that does nothing for each name, and perhaps with `panicked()`.
    fn module(names: &[&str], with_panicked: bool) -> Module {
        let mut module = Module::default();
        for name in names {
            let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
            function.name((*name).to_owned());
            let argument = module.locals.add(ValType::I32);
            function.finish(vec![argument], &mut module.funcs);
        }
        if with_panicked {
            let function = FunctionBuilder::new(&mut module.types, &[], &[]);
            let id = function.finish(Vec::new(), &mut module.funcs);
            module.exports.add("panicked_1dacf7bd130a8f3a", id);
        }
        module
    }

    /// The names of the functions that begin with a call.
    fn redirected(module: &Module) -> Vec<&str> {
        let begins = |id| {
            let function = module.funcs.get(id).kind.unwrap_local();
            matches!(function.block(function.entry_block()).instrs.first(), Some((Instr::Call(_), _)))
        };
        module.funcs.iter().filter(|f| begins(f.id())).filter_map(|f| f.name.as_deref()).collect()
    }

    const NAMES: [&str; 4] = [
        "core::panicking::panic_fmt",
        "core::option::unwrap_failed",
        "<core::panicking::AssertKind as core::fmt::Debug>::fmt",
        "einvoice_api_guide::guide::panicking",
    ];

    #[test]
    fn only_the_functions_that_panic_are_redirected() {
        let mut module = module(&NAMES, true);
        redirect(&mut module).unwrap();
        let mut names = redirected(&module);
        names.sort_unstable();
        assert_eq!(names, ["core::option::unwrap_failed", "core::panicking::panic_fmt"]);
        let again = Module::from_buffer(&module.emit_wasm());
        assert!(again.is_ok(), "the module is still valid");
    }

    #[test]
    fn without_panicked_nothing_changes() {
        let mut module = module(&NAMES, false);
        redirect(&mut module).unwrap();
        assert_eq!(redirected(&module), Vec::<&str>::new());
    }

    #[test]
    fn the_build_stops_when_nothing_panics_any_more() {
        assert!(redirect(&mut module(&NAMES[2..], true)).is_err());
    }
}
