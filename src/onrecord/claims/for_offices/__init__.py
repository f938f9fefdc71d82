"""What finding offices is made of: titles, the words beside them, and everything else that tells who holds one."""
