//! Arguments and results that are taken as they are, under the name a type checker shall see.

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::{type_hint_identifier as ident, type_hint_subscript as subscript};

macro_rules! hinted {
    ($(#[$meta:meta])* $name:ident = $hint:expr) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub(crate) struct $name<'py>(pub(crate) Bound<'py, PyAny>);

        impl<'py> IntoPyObject<'py> for $name<'py> {
            type Target = PyAny;
            type Output = Bound<'py, PyAny>;
            type Error = PyErr;
            const OUTPUT_TYPE: PyStaticExpr = $hint;

            fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
                Ok(self.0)
            }
        }

        impl<'py> FromPyObject<'_, 'py> for $name<'py> {
            type Error = PyErr;
            const INPUT_TYPE: PyStaticExpr = $hint;

            fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                Ok(Self(object.to_owned()))
            }
        }
    };
}

hinted! {
    /// Anything at all; what it is will be found out by looking at it.
    Anything = ident!("builtins", "object")
}
hinted! {
    /// What a JSON object becomes.
    JsonDict = subscript!(ident!("builtins", "dict"), ident!("builtins", "str"), ident!("typing", "Any"))
}
hinted! {
    /// What JSON becomes.
    Json = ident!("typing", "Any")
}
hinted! {
    /// What a verb answers.
    VerbAnswer = subscript!(
        ident!("builtins", "tuple"),
        ident!("typing", "Any"),
        subscript!(ident!("builtins", "dict"), ident!("builtins", "str"), ident!("typing", "Any")),
        ident!("typing", "Any"),
        ident!("typing", "Any")
    )
}
hinted! {
    /// A table of any library that speaks Arrow.
    ArrowData = ident!("okrkit._tables", "ArrowStream")
}
hinted! {
    /// A capsule with something of Arrow in it.
    Capsule = ident!("typing", "Any")
}
hinted! {
    /// Tables by name.
    Tables = subscript!(ident!("builtins", "dict"), ident!("builtins", "str"), ident!("okrkit._okrkit", "TableCore"))
}
