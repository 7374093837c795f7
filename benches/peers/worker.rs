//! A peer in a process of its own, which keeps its data and takes orders.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::{Contender, Task};

pub(crate) struct Worker {
    name: &'static str,
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
    tasks: Vec<String>,
    folder: PathBuf,
}

impl Worker {
    pub(crate) fn new(name: &'static str, program: &str, script: &str, folder: &Path) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(script);
        let mut command = Command::new(program);
        command.arg(script).arg(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{name}: {program}: {error}"));
        let (orders, answers) = (child.stdin.take().expect("its input"), child.stdout.take().expect("its output"));
        let mut worker = Self {
            name,
            child,
            orders,
            answers: BufReader::new(answers),
            tasks: Vec::new(),
            folder: folder.to_owned(),
        };
        worker.tasks = worker.answer().split(' ').skip(1).map(str::to_owned).collect();
        worker
    }

    fn answer(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("an answer");
        assert!(!line.is_empty(), "{} ended without an answer", self.name);
        line.trim().to_owned()
    }

    fn order(&mut self, order: &str) -> String {
        writeln!(self.orders, "{order}").and_then(|()| self.orders.flush()).expect("an order taken");
        self.answer()
    }
}

impl Contender for Worker {
    fn name(&self) -> &str {
        self.name
    }

    fn does(&self, task: Task) -> bool {
        self.tasks.iter().any(|name| name == task.name())
    }

    fn run(&mut self, task: Task) -> u64 {
        let answer = self.order(task.name());
        answer.parse().unwrap_or_else(|_| panic!("{} answered `{answer}`", self.name))
    }

    fn result(&mut self) -> Vec<f64> {
        let file = self.folder.join(format!("{}.result", self.child.id()));
        let answer = self.order(&format!("write {}", file.display()));
        assert_eq!(answer, "written", "{}", self.name);
        let bytes = std::fs::read(file).expect("the result");
        let (numbers, _) = bytes.as_chunks::<8>();
        numbers.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It ends by itself once nobody orders any more; whether it was gone already does not matter.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
