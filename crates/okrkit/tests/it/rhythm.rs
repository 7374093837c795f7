//! Check-in discipline and agendas.

mod agendas;
mod laws;
mod slots;
