print('string of the program')
